using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Occupancies;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class OccupancyQueries
{
    /// <summary>Who lived where on a day, as it was known at an instant; the latest move first.</summary>
    /// <param name="asOf">Today when absent.</param>
    /// <param name="knownAt">Now when absent.</param>
    [UsePaging]
    public static IQueryable<Occupancy> GetOccupancies(
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        CooperatorDbContext db,
        CoopCalendar calendar
    ) =>
        db
            .Occupancies.KnownAt(knownAt)
            .AsOf(asOf ?? calendar.Today)
            .OrderByDescending(o => o.From)
            .ThenByDescending(o => o.Id);
}
