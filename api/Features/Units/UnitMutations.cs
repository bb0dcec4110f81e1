using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Units;

[MutationType]
[Authorize(Policy = Policies.Admin)]
[Error<InvalidInputException>]
public static class UnitMutations
{
    [Error<BuildingNameTakenException>]
    public static Building AddBuilding(string name, string? address, CooperatorDbContext db)
    {
        var building = new Building(name, address);
        db.Buildings.Add(building);
        return building;
    }

    [Error<BuildingNotFoundException>]
    [Error<BuildingNameTakenException>]
    public static async Task<Building> ChangeBuildingAsync(
        [ID<Building>] Guid buildingId,
        string name,
        string? address,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var building = await FindBuildingAsync(db, buildingId, ct);
        building.Change(name, address);
        return building;
    }

    /// <summary>Removes a building that was entered by mistake. One that has units is kept.</summary>
    [Error<BuildingNotFoundException>]
    [Error<BuildingHasUnitsException>]
    public static async Task<Building> RemoveBuildingAsync(
        [ID<Building>] Guid buildingId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var building = await FindBuildingAsync(db, buildingId, ct);
        building.Remove(await db.Units.AnyAsync(u => u.BuildingId == buildingId, ct));
        db.Buildings.Remove(building);
        return building;
    }

    [Error<BuildingNotFoundException>]
    [Error<UnitNumberTakenException>]
    public static async Task<Unit> AddUnitAsync(AddUnitInput input, CooperatorDbContext db, CancellationToken ct)
    {
        var unit = new Unit(await FindBuildingAsync(db, input.BuildingId, ct), input.Description);
        db.Units.Add(unit);
        return unit;
    }

    [Error<UnitNotFoundException>]
    [Error<UnitNumberTakenException>]
    [Error<UnitIsLetException>]
    public static async Task<Unit> ChangeUnitAsync(
        ChangeUnitInput input,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var unit = await FindUnitAsync(db, input.UnitId, ct);
        unit.Change(input.DescriptionOf(unit), await Timeline.LoadAsync(db, unit.Id, ct), calendar.Today);
        return unit;
    }

    /// <summary>Removes a unit that was entered by mistake. One in which somebody lived is kept.</summary>
    [Error<UnitNotFoundException>]
    [Error<UnitHasHistoryException>]
    public static async Task<Unit> RemoveUnitAsync([ID<Unit>] Guid unitId, CooperatorDbContext db, CancellationToken ct)
    {
        var unit = await FindUnitAsync(db, unitId, ct);
        unit.Remove(await db.Occupancies.AnyAsync(o => o.UnitId == unitId, ct));
        db.Units.Remove(unit);
        return unit;
    }

    private static async Task<Building> FindBuildingAsync(CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await db.Buildings.SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new BuildingNotFoundException();

    private static async Task<Unit> FindUnitAsync(CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await db.Units.SingleOrDefaultAsync(u => u.Id == id, ct) ?? throw new UnitNotFoundException();
}
