using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Units;

[ObjectType<Unit>(
    nameof(Unit.Id),
    nameof(Unit.Number),
    nameof(Unit.Floor),
    nameof(Unit.Type),
    nameof(Unit.SizeSquareMetres),
    nameof(Unit.Rooms),
    nameof(Unit.Shares)
)]
public static class UnitFields
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<Unit?> GetUnitByIdAsync(Guid id, UnitsById units, CancellationToken ct) =>
        units.LoadAsync(id, ct);

    public static async Task<Building> GetBuildingAsync(
        [Parent] Unit unit,
        BuildingsById buildings,
        CancellationToken ct
    ) => (await buildings.LoadAsync(unit.BuildingId, ct))!;

    /// <summary>Whether it could be let today and is not; a common place is never vacant.</summary>
    public static async Task<bool> GetVacantAsync(
        [Parent] Unit unit,
        OccupanciesByUnit occupancies,
        CoopCalendar calendar,
        CancellationToken ct
    ) => unit.Type != UnitType.Common && await TodayAsync(unit, occupancies, calendar, ct) is null;

    /// <summary>Who lives here today.</summary>
    public static Task<Occupancy?> GetCurrentOccupancyAsync(
        [Parent] Unit unit,
        OccupanciesByUnit occupancies,
        CoopCalendar calendar,
        CancellationToken ct
    ) => TodayAsync(unit, occupancies, calendar, ct);

    /// <summary>The whole timeline, the latest first.</summary>
    /// <param name="asOf">Only who occupied it on this day.</param>
    /// <param name="knownAt">As it was known at this instant; now when absent.</param>
    public static async Task<IReadOnlyList<Occupancy>> GetOccupanciesAsync(
        [Parent] Unit unit,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        OccupanciesByUnit occupancies,
        CancellationToken ct
    ) => await occupancies.LoadAsync(new UnitMoment(unit.Id, asOf, knownAt), ct);

    /// <summary>Who lives here, by name.</summary>
    /// <param name="asOf">Today when absent.</param>
    public static async Task<IReadOnlyList<Member>> GetResidentsAsync(
        [Parent] Unit unit,
        DateOnly? asOf,
        ResidentsByUnit residents,
        CoopCalendar calendar,
        CancellationToken ct
    ) => await residents.LoadAsync((unit.Id, asOf ?? calendar.Today), ct);

    private static async Task<Occupancy?> TodayAsync(
        Unit unit,
        OccupanciesByUnit occupancies,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var today = await occupancies.LoadAsync(new UnitMoment(unit.Id, calendar.Today, null), ct);
        return today.FirstOrDefault(o => o.Primary);
    }
}

[ObjectType<Building>(nameof(Building.Id), nameof(Building.Name), nameof(Building.Address))]
public static class BuildingFields
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<Building?> GetBuildingByIdAsync(Guid id, BuildingsById buildings, CancellationToken ct) =>
        buildings.LoadAsync(id, ct);

    /// <summary>By number.</summary>
    public static async Task<IReadOnlyList<Unit>> GetUnitsAsync(
        [Parent] Building building,
        UnitsByBuilding units,
        CancellationToken ct
    ) => await units.LoadAsync(building.Id, ct);
}
