using Cooperator.Api.Database;
using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>Takes the rows of a unit list over into the co-op's buildings and units, in memory; saving is the caller's.</summary>
internal sealed class UnitImport(CooperatorDbContext db, ColumnMap columns, List<ImportFault> faults, DateOnly today)
{
    private readonly Dictionary<Guid, int> lines = [];
    private readonly Dictionary<Guid, (string Address, int Line)> addresses = [];
    private ByName<Building> buildings = new([], b => b.Name);
    private ByName<Unit> units = new([], u => u.Number);
    private ILookup<Guid, Occupancy> occupancies = Array.Empty<Occupancy>().ToLookup(o => o.UnitId);

    public async Task LoadAsync(CancellationToken ct)
    {
        buildings = new(await db.Buildings.AsTracking().ToListAsync(ct), b => b.Name);
        units = new(await db.Units.AsTracking().ToListAsync(ct), u => u.Number);
        occupancies = (await db.Occupancies.Known().AsNoTracking().ToListAsync(ct)).ToLookup(o => o.UnitId);
    }

    /// <summary>Finds or adds the row's building and unit. Adds to the faults, and answers null, when it can not.</summary>
    public ImportChange? Take(UnitRow row)
    {
        if (FindOrAddBuilding(row) is not { } building)
        {
            return null;
        }

        var alike = units.Find(row.Number, u => u.BuildingId == building.Id);
        if (alike.Count > 1)
        {
            return Refuse(
                UnitList.Number,
                row,
                row.Number,
                "UNIT_NUMBER_TAKEN",
                "Several units are called like this: write the number just as the co-op does."
            );
        }

        if (alike is [var named] && !lines.TryAdd(named.Id, row.Line))
        {
            return Refuse(
                UnitList.Number,
                row,
                row.Number,
                "ROW_TWICE",
                $"Line {lines[named.Id]} names this unit already."
            );
        }

        if (!AgreesOnAddress(building, row))
        {
            return null;
        }

        var addressChanged = row.Address is { } address && building.Address != address;
        if (addressChanged)
        {
            building.Change(building.Name, row.Address);
        }

        if (alike is not [var unit])
        {
            unit = new Unit(building, Describe(row, known: null));
            units.Add(unit);
            lines.Add(unit.Id, row.Line);
            db.Units.Add(unit);
            return ImportChange.New;
        }

        var known = new UnitDescription(
            unit.Number,
            unit.Type,
            unit.Floor,
            unit.SizeSquareMetres,
            unit.Rooms,
            unit.Shares
        );
        var wanted = Describe(row, known);
        if (wanted == known)
        {
            return addressChanged ? ImportChange.Changed : ImportChange.Unchanged;
        }

        try
        {
            unit.Change(wanted, new Timeline([.. occupancies[unit.Id]]), today);
            return ImportChange.Changed;
        }
        catch (UnitIsLetException refusal)
        {
            faults.Add(RefusalFault.Of(refusal, row.Line));
            return null;
        }
    }

    // Whichever came last would win, today and again tomorrow: the same list twice would change something twice.
    private bool AgreesOnAddress(Building building, UnitRow row)
    {
        if (row.Address is null || addresses.TryAdd(building.Id, (row.Address, row.Line)))
        {
            return true;
        }

        var (said, line) = addresses[building.Id];
        if (said == row.Address)
        {
            return true;
        }

        Refuse(
            UnitList.Address,
            row,
            row.Address,
            "OTHER_ADDRESS",
            $"Line {line} gives this building another address: {said}."
        );
        return false;
    }

    private ImportChange? Refuse(ImportColumn column, UnitRow row, string value, string code, string message)
    {
        faults.Add(columns.At(column, row.Line, value, code, message));
        return null;
    }

    private Building? FindOrAddBuilding(UnitRow row)
    {
        if (row.Building is null)
        {
            if (buildings.All is [var only])
            {
                return only;
            }

            faults.Add(columns.At(UnitList.Building, row.Line, "", "REQUIRED", "In which building is the unit?"));
            return null;
        }

        switch (buildings.Find(row.Building))
        {
            case [var known]:
                return known;
            case []:
                var building = new Building(row.Building, row.Address);
                buildings.Add(building);
                db.Buildings.Add(building);
                return building;
            default:
                faults.Add(
                    columns.At(
                        UnitList.Building,
                        row.Line,
                        row.Building,
                        "UNKNOWN_BUILDING",
                        "Several buildings are called like this: write the name just as the co-op does."
                    )
                );
                return null;
        }
    }

    private static UnitDescription Describe(UnitRow row, UnitDescription? known) =>
        new(
            known?.Number ?? row.Number,
            row.Type ?? known?.Type ?? UnitType.Flat,
            row.Floor ?? known?.Floor,
            row.SizeSquareMetres ?? known?.SizeSquareMetres,
            row.Rooms ?? known?.Rooms,
            row.Shares ?? known?.Shares ?? 1
        );
}
