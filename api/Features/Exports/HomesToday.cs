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
        var homes = await (
            from home in db.Homes(today)
            join unit in db.Units on home.UnitId equals unit.Id
            join building in db.Buildings on unit.BuildingId equals building.Id
            join h in db.Households on home.HouseholdId equals h.Id into households
            from household in households.DefaultIfEmpty()
            select new
            {
                home.MemberId,
                Home = new HomeToday(building.Name, unit.Number, household == null ? null : household.Name, home.Since),
            }
        ).ToListAsync(ct);
        return homes.GroupBy(h => h.MemberId).ToDictionary(g => g.Key, g => g.First().Home);
    }
}
