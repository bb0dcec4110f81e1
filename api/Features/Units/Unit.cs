using Cooperator.Api.Database;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Units;

/// <summary>A flat, room, shop, cellar, parking place or common place of a building.</summary>
public sealed class Unit : TenantEntity
{
    private Unit() { }

    public Unit(Building building, UnitDescription description)
    {
        BuildingId = building.Id;
        Describe(description);
        Raise("unit.added", new { Number });
    }

    public Guid BuildingId { get; private set; }

    /// <summary>Unique in its building; sorted as people count: 2 before 10.</summary>
    public string Number { get; private set; } = "";

    public UnitType Type { get; private set; }

    public int? Floor { get; private set; }

    public decimal? SizeSquareMetres { get; private set; }

    public decimal? Rooms { get; private set; }

    public int Shares { get; private set; }

    public void Change(UnitDescription description)
    {
        Describe(description);
        Raise("unit.changed", new { Number });
    }

    /// <summary>A unit in which somebody once lived stays for the record.</summary>
    public void Remove(bool hasHistory)
    {
        if (hasHistory)
        {
            throw new UnitHasHistoryException();
        }

        Raise("unit.removed", new { Number });
    }

    /// <summary>Lets the unit. <paramref name="timeline"/> is what is now known of who lives in it.</summary>
    public Occupancy MoveIn(Occupant occupant, OccupancyTerms terms, Timeline timeline, Recording recording)
    {
        RefuseCommonPlace();
        timeline.MakeRoom(this, terms, except: null);
        var occupancy = new Occupancy(Id, occupant, terms, recording);
        RaiseOf("unit.moved_in", occupancy);
        return occupancy;
    }

    /// <summary>Ends an occupancy; <paramref name="until"/> is its last day.</summary>
    public Occupancy MoveOut(Occupancy occupancy, DateOnly until, Timeline timeline, Recording recording)
    {
        occupancy.RefuseWhenSuperseded();
        var terms = occupancy.Terms with { Days = new DaySpan(occupancy.From, until) };
        timeline.MakeRoom(this, terms, except: occupancy);
        var ended = occupancy.Supersede(terms, recording);
        RaiseOf("unit.moved_out", ended);
        return ended;
    }

    /// <summary>Says what was really so. What was believed before stays answerable.</summary>
    public Occupancy Correct(Occupancy occupancy, OccupancyTerms terms, Timeline timeline, Recording recording)
    {
        occupancy.RefuseWhenSuperseded();
        timeline.MakeRoom(this, terms, except: occupancy);
        var corrected = occupancy.Supersede(terms, recording);
        RaiseOf("unit.occupancy_corrected", corrected);
        return corrected;
    }

    private void RefuseCommonPlace()
    {
        if (Type == UnitType.Common)
        {
            throw new CommonPlaceCannotBeLetException(Number);
        }
    }

    private void RaiseOf(string kind, Occupancy occupancy) =>
        Raise(
            kind,
            new
            {
                occupancyId = occupancy.Id,
                occupancy.HouseholdId,
                occupancy.MemberId,
                occupancy.From,
                occupancy.Until,
            }
        );

    private void Describe(UnitDescription description)
    {
        var d = description.Checked();
        (Number, Type, Floor) = (d.Number, d.Type, d.Floor);
        (SizeSquareMetres, Rooms, Shares) = (d.SizeSquareMetres, d.Rooms, d.Shares);
    }
}
