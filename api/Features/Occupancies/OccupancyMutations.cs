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
        var occupant = await OccupantAsync(input, db, ct);
        var terms = new OccupancyTerms(input.Capacity, input.Primary, new DaySpan(input.From, input.Until));
        await RequireMembershipAsync(occupant, terms.Days, db, ct);
        var timeline = await Timeline.LoadAsync(db, unit.Id, ct);
        var occupancy = unit.MoveIn(occupant, terms, timeline, new Recording(calendar.Now, me.MemberId));
        db.Occupancies.Add(occupancy);
        return occupancy;
    }

    /// <summary>Ends an occupancy; <paramref name="until"/> is its last day.</summary>
    [Error<OccupancyNotFoundException>]
    [Error<OccupancySupersededException>]
    [Error<MembershipNotCurrentException>]
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
        await RequireMembershipAsync(Occupant.Of(occupancy), new DaySpan(occupancy.From, until), db, ct);
        var ended = unit.MoveOut(occupancy, until, timeline, new Recording(calendar.Now, me.MemberId));
        db.Occupancies.Add(ended);
        return ended;
    }

    /// <summary>Says what was really so; what was believed before can still be asked for.</summary>
    [Error<OccupancyNotFoundException>]
    [Error<OccupancySupersededException>]
    [Error<MembershipNotCurrentException>]
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
        await RequireMembershipAsync(Occupant.Of(occupancy), days, db, ct);
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

    private static async Task<Occupant> OccupantAsync(
        MoveInInput input,
        CooperatorDbContext db,
        CancellationToken ct
    ) =>
        (input.HouseholdId, input.MemberId, input.NewHousehold) switch
        {
            ({ } household, null, null) => Occupant.Of(
                await db.Households.SingleOrDefaultAsync(h => h.Id == household, ct)
                    ?? throw new HouseholdNotFoundException()
            ),
            (null, { } member, null) => Occupant.Of(
                await db.Members.SingleOrDefaultAsync(m => m.Id == member, ct) ?? throw new MemberNotFoundException()
            ),
            (null, null, { } wanted) => Occupant.Of(await db.FormAsync(wanted, input.From, ct)),
            _ => throw new InvalidInputException(InputFaultCode.NotOneOccupant, "householdId"),
        };

    // Who joins a household is asked when joining it.
    private static async Task RequireMembershipAsync(
        Occupant occupant,
        DaySpan days,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        if (occupant.MemberId is { } memberId)
        {
            (await db.LoadMemberAsync(memberId, ct)).RequireMembership(days);
        }
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
