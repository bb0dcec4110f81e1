using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Exports;

/// <summary>Where each member lives today.</summary>
internal sealed record HomeToday(string Building, string Unit, string? Household, DateOnly Since);

internal static class HomesToday
{
    public static async Task<Dictionary<Guid, HomeToday>> LoadAsync(
        CooperatorDbContext db,
        DateOnly today,
        CancellationToken ct
    )
    {
        var occupied =
            from occupancy in db.Occupancies.Known().AsOf(today)
            join unit in db.Units on occupancy.UnitId equals unit.Id
            join building in db.Buildings on unit.BuildingId equals building.Id
            where occupancy.Primary
            select new
            {
                occupancy,
                unit.Number,
                building.Name,
            };
        var alone = await occupied
            .Where(o => o.occupancy.MemberId != null)
            .Select(o => new
            {
                MemberId = o.occupancy.MemberId!.Value,
                Home = new HomeToday(o.Name, o.Number, null, o.occupancy.From),
            })
            .ToListAsync(ct);
        var together = await (
            from o in occupied
            join household in db.Households on o.occupancy.HouseholdId equals household.Id
            join membership in db.HouseholdMemberships on household.Id equals membership.HouseholdId
            where membership.From <= today && (membership.Until == null || membership.Until >= today)
            select new
            {
                membership.MemberId,
                Home = new HomeToday(
                    o.Name,
                    o.Number,
                    household.Name,
                    membership.From > o.occupancy.From ? membership.From : o.occupancy.From
                ),
            }
        ).ToListAsync(ct);

        return alone.Concat(together).GroupBy(h => h.MemberId).ToDictionary(g => g.Key, g => g.First().Home);
    }
}
