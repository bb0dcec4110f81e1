using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Households;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class HouseholdQueries
{
    /// <summary>The households, by name.</summary>
    /// <param name="search">Part of the household's name or of a member's.</param>
    [UsePaging]
    public static IQueryable<Household> GetHouseholds(string? search, CooperatorDbContext db) =>
        db.Households.Matching(search, db).OrderBy(h => h.Name).ThenBy(h => h.Id);

    public static Task<Household?> GetHouseholdAsync(
        [ID<Household>] Guid id,
        HouseholdsById households,
        CancellationToken ct
    ) => households.LoadAsync(id, ct);
}
