using Cooperator.Api.Database;
using Cooperator.Api.Features.Occupancies;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Units;

/// <summary>Which units a list shows.</summary>
internal static class UnitLists
{
    public static IQueryable<Unit> Matching(this IQueryable<Unit> units, string? search, CooperatorDbContext db)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return units;
        }

        var pattern = SearchPattern.Of(search);
        var buildings = db.Buildings.Where(b =>
            EF.Functions.ILike(b.Name, pattern, SearchPattern.Escape)
            || EF.Functions.ILike(b.Address!, pattern, SearchPattern.Escape)
        );
        return units.Where(u =>
            EF.Functions.ILike(u.Number, pattern, SearchPattern.Escape) || buildings.Any(b => b.Id == u.BuildingId)
        );
    }

    public static IQueryable<Unit> WithVacancy(
        this IQueryable<Unit> units,
        bool? vacant,
        CooperatorDbContext db,
        DateOnly day
    ) =>
        vacant switch
        {
            null => units,
            true => units.Vacant(db, day),
            false => units.Let(db, day),
        };

    /// <summary>Units that could be let and are not; a common place is never vacant.</summary>
    public static IQueryable<Unit> Vacant(this IQueryable<Unit> units, CooperatorDbContext db, DateOnly day)
    {
        var primary = db.Occupancies.Known().AsOf(day).Where(o => o.Primary);
        return units.Where(u => u.Type != UnitType.Common && !primary.Any(o => o.UnitId == u.Id));
    }

    private static IQueryable<Unit> Let(this IQueryable<Unit> units, CooperatorDbContext db, DateOnly day)
    {
        var primary = db.Occupancies.Known().AsOf(day).Where(o => o.Primary);
        return units.Where(u => primary.Any(o => o.UnitId == u.Id));
    }
}
