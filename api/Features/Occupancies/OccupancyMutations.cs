using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Occupancies;

[MutationType]
[Authorize(Policy = Policies.Admin)]
[Error<InvalidInputException>]
public static class OccupancyMutations
{
    /// <summary>Lets a unit to a household, to one member, or to members who begin to live together there.</summary>
    [Error<UnitNotFoundException>]
    [Error<HouseholdNotFoundException>]
    [Error<MemberNotFoundException>]
    [Error<MembershipNotCurrentException>]
    [Error<HouseholdEmptyException>]
    [Error<AlreadyInHouseholdException>]
    [Error<UnitAlreadyLetException>]
    [Error<CommonPlaceCannotBeLetException>]
    public static async Task<Occupancy> MoveInAsync(
        MoveInInput input,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var unit =
            await db.Units.SingleOrDefaultAsync(u => u.Id == input.UnitId, ct) ?? throw new UnitNotFoundException();
        var terms = new OccupancyTerms(input.Capacity, input.Primary, new DaySpan(input.From, input.Until));
        var occupant = await db.MovingInAsync(input, terms.Days, ct);
        var timeline = await Timeline.LoadAsync(db, unit.Id, ct);
        var occupancy = unit.MoveIn(occupant, terms, timeline, new Recording(calendar.Now, me.MemberId));
        db.Occupancies.Add(occupancy);
        return occupancy;
    }

    /// <summary>Ends an occupancy; <paramref name="until"/> is its last day.</summary>
    [Error<OccupancyNotFoundException>]
    [Error<OccupancySupersededException>]
    [Error<MembershipNotCurrentException>]
    [Error<HouseholdEmptyException>]
    [Error<UnitAlreadyLetException>]
    [Error<CommonPlaceCannotBeLetException>]
    public static async Task<Occupancy> MoveOutAsync(
        [ID<Occupancy>] Guid occupancyId,
        DateOnly until,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var (occupancy, unit, timeline) = await LoadAsync(db, occupancyId, ct);
        await db.StayAsync(occupancy, new DaySpan(occupancy.From, until), ct);
        var ended = unit.MoveOut(occupancy, until, timeline, new Recording(calendar.Now, me.MemberId));
        db.Occupancies.Add(ended);
        return ended;
    }

    /// <summary>Says what was really so; what was believed before can still be asked for.</summary>
    [Error<OccupancyNotFoundException>]
    [Error<OccupancySupersededException>]
    [Error<MembershipNotCurrentException>]
    [Error<HouseholdEmptyException>]
    [Error<UnitAlreadyLetException>]
    [Error<CommonPlaceCannotBeLetException>]
    public static async Task<Occupancy> CorrectOccupancyAsync(
        CorrectOccupancyInput input,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var (occupancy, unit, timeline) = await LoadAsync(db, input.OccupancyId, ct);
        var days = new DaySpan(input.From.Or(occupancy.From), input.Until.Or(occupancy.Until));
        var terms = new OccupancyTerms(input.Capacity.Or(occupancy.Capacity), occupancy.Primary, days);
        await db.StayAsync(occupancy, days, ct);
        var corrected = unit.Correct(occupancy, terms, timeline, new Recording(calendar.Now, me.MemberId));
        db.Occupancies.Add(corrected);
        return corrected;
    }

    /// <summary>Takes a planned move-in back before its first day; what was planned can still be asked for.</summary>
    [Error<OccupancyNotFoundException>]
    [Error<OccupancySupersededException>]
    [Error<OccupancyBegunException>]
    public static async Task<Occupancy> WithdrawOccupancyAsync(
        [ID<Occupancy>] Guid occupancyId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var (occupancy, unit, _) = await LoadAsync(db, occupancyId, ct);
        unit.Withdraw(occupancy, calendar.Today, new Recording(calendar.Now, me.MemberId));
        return occupancy;
    }

    private static async Task<(Occupancy, Unit, Timeline)> LoadAsync(
        CooperatorDbContext db,
        Guid occupancyId,
        CancellationToken ct
    )
    {
        var occupancy =
            await db.Occupancies.SingleOrDefaultAsync(o => o.Id == occupancyId, ct)
            ?? throw new OccupancyNotFoundException();
        var unit = await db.Units.SingleAsync(u => u.Id == occupancy.UnitId, ct);
        return (occupancy, unit, await Timeline.LoadAsync(db, unit.Id, ct));
    }
}
