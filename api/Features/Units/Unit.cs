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

    /// <summary>
    /// Raised with each move. Whoever lets the unit and whoever makes it a common place both write this row, so the
    /// second one is run again and sees the first.
    /// </summary>
    public int LettingVersion { get; private set; }

    /// <summary>
    /// Describes the unit anew. <paramref name="timeline"/> is what is now known of who lives in it: what is let, or
    /// will be, does not become a common place.
    /// </summary>
    public void Change(UnitDescription description, Timeline timeline, DateOnly today)
    {
        var let = description.Type == UnitType.Common ? timeline.FirstFrom(today) : null;
        if (Type != UnitType.Common && let is not null)
        {
            throw new UnitIsLetException(Number, let.From, let.Until);
        }

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
        LettingVersion++;
        var occupancy = new Occupancy(Id, occupant, terms, recording);
        RaiseOf("unit.moved_in", occupancy);
        return occupancy;
    }

    /// <summary>Ends an occupancy; <paramref name="until"/> is its last day.</summary>
    public Occupancy MoveOut(Occupancy occupancy, DateOnly until, Timeline timeline, Recording recording)
    {
        occupancy.RefuseWhenSuperseded();
        var terms = occupancy.Terms with { Days = new DaySpan(occupancy.From, until) };
        RefuseCommonPlace(occupancy, terms.Days);
        timeline.MakeRoom(this, terms, except: occupancy);
        LettingVersion++;
        var ended = occupancy.Supersede(terms, recording);
        RaiseOf("unit.moved_out", ended);
        return ended;
    }

    /// <summary>Says what was really so. What was believed before stays answerable.</summary>
    public Occupancy Correct(Occupancy occupancy, OccupancyTerms terms, Timeline timeline, Recording recording)
    {
        occupancy.RefuseWhenSuperseded();
        RefuseCommonPlace(occupancy, terms.Days);
        timeline.MakeRoom(this, terms, except: occupancy);
        LettingVersion++;
        var corrected = occupancy.Supersede(terms, recording);
        RaiseOf("unit.occupancy_corrected", corrected);
        return corrected;
    }

    /// <summary>Takes back what was planned but has not begun.</summary>
    public void Withdraw(Occupancy occupancy, DateOnly today, Recording recording)
    {
        occupancy.Withdraw(today, recording);
        RaiseOf("unit.move_in_withdrawn", occupancy);
    }

    // Who lived there before it became a common place did so for as long as is known, and no longer.
    private void RefuseCommonPlace(Occupancy occupancy, DaySpan days)
    {
        if (occupancy.Until is { } last && days.IsOpenAfter(last))
        {
            RefuseCommonPlace();
        }
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
