using Cooperator.Api.Database;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Households;

public sealed class HouseholdsById(CooperatorDbContext db) : BatchDataLoader<Guid, Household>
{
    protected override async Task<IReadOnlyDictionary<Guid, Household>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await db.Households.Where(h => keys.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancellationToken);
}

public sealed class MembershipsByHousehold(CooperatorDbContext db) : GroupedDataLoader<Guid, HouseholdMembership>
{
    protected override async Task<ILookup<Guid, HouseholdMembership>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var memberships = db
            .HouseholdMemberships.Where(m => keys.Contains(m.HouseholdId))
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id);
        return (await memberships.ToListAsync(cancellationToken)).ToLookup(m => m.HouseholdId);
    }
}
