using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Units;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class UnitQueries
{
    /// <summary>The units: building after building, by number.</summary>
    /// <param name="search">A number, or part of a building's name or address.</param>
    /// <param name="vacant">Only units that nobody occupies, or only those that somebody does.</param>
    /// <param name="asOf">The day <paramref name="vacant"/> is about; today when absent.</param>
    [UsePaging]
    [UseFiltering(
        nameof(Unit.Number),
        nameof(Unit.Type),
        nameof(Unit.Floor),
        nameof(Unit.SizeSquareMetres),
        nameof(Unit.Rooms)
    )]
    [UseSorting(
        nameof(Unit.Number),
        nameof(Unit.Type),
        nameof(Unit.Floor),
        nameof(Unit.SizeSquareMetres),
        nameof(Unit.Rooms)
    )]
    public static IQueryable<Unit> GetUnits(
        string? search,
        bool? vacant,
        DateOnly? asOf,
        CooperatorDbContext db,
        CoopCalendar calendar
    ) =>
        db
            .Units.Matching(search, db)
            .WithVacancy(vacant, db, asOf ?? calendar.Today)
            .OrderBy(u => u.BuildingId)
            .ThenBy(u => u.Number)
            .ThenBy(u => u.Id);

    public static Task<Unit?> GetUnitAsync([ID<Unit>] Guid id, UnitsById units, CancellationToken ct) =>
        units.LoadAsync(id, ct);

    /// <summary>The buildings, by name.</summary>
    public static Task<List<Building>> GetBuildingsAsync(CooperatorDbContext db, CancellationToken ct) =>
        db.Buildings.OrderBy(b => b.Name).ToListAsync(ct);
}
