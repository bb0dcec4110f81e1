using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

[MutationType]
[Authorize(Policy = Policies.Resident)]
public static class DutySwapMutations
{
    /// <summary>Offers one's day of a duty to somebody, or to all who can take it.</summary>
    [Error<InvalidInputException>]
    [Error<DutyOccurrenceNotFoundException>]
    [Error<MemberNotFoundException>]
    [Error<NotYourDutyException>]
    [Error<DutyNotOpenException>]
    [Error<DutyAlreadyOfferedException>]
    [Error<SwapWithOneselfException>]
    [Error<SwapNeedsPartnerException>]
    [Error<DutyChangedHandsException>]
    [Error<CannotTakeDutyException>]
    public static async Task<DutySwap> OfferDutySwapAsync(
        OfferDutySwapInput input,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var given = await db.LoadDutyDayAsync(input.OccurrenceId, ct);
        given.RequireHeldBy(me.MemberId);
        given.RequireOpen(calendar.Today);
        var wanted = input.InReturnId is { } id ? await db.LoadDutyDayAsync(id, ct) : null;
        if (input.ToMemberId is { } partner)
        {
            await RequirePartnerAsync(db, given, wanted, me.MemberId, partner, calendar.Today, ct);
        }
        else if (wanted is not null)
        {
            throw new SwapNeedsPartnerException();
        }

        await MakeRoomAsync(db, given, calendar, ct);

        var swap = new DutySwap(
            given.Occurrence,
            me.MemberId,
            input.ToMemberId,
            wanted?.Occurrence,
            input.Note,
            calendar.Now
        );
        db.DutySwaps.Add(swap);
        return swap;
    }

    /// <summary>Takes the day that is offered, and gives the one that is wanted for it: both, or none.</summary>
    [Error<DutySwapNotFoundException>]
    [Error<SwapNotOpenException>]
    [Error<SwapNotForYouException>]
    [Error<DutyNotOpenException>]
    [Error<DutyChangedHandsException>]
    [Error<CannotTakeDutyException>]
    [Error<AssignmentLimitReachedException>]
    public static async Task<DutySwap> AcceptDutySwapAsync(
        [ID<DutySwap>] Guid swapId,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var swap = await FindAsync(db, swapId, ct);
        swap.Accept(me.MemberId, calendar.Now);
        var given = await db.LoadDutyDayAsync(swap.OccurrenceId, ct);
        var wanted = swap.InReturnId is { } id ? await db.LoadDutyDayAsync(id, ct) : null;
        var people = await DutyEligibility.LoadAsync(db, [me.MemberId, swap.OfferedById], ct);
        people.Require(me.MemberId, given.DueOn);
        if (wanted is null)
        {
            await db.TakeTaskAsync(me.MemberId, calendar.Today, ct);
        }
        else
        {
            people.Require(swap.OfferedById, wanted.DueOn);
            wanted.HandOver(me.MemberId, swap.OfferedById, me.MemberId, calendar);
            await db.LapseOffersAsync(wanted.Task, calendar.Now, ct);
        }

        given.HandOver(swap.OfferedById, me.MemberId, me.MemberId, calendar);
        return swap;
    }

    /// <summary>Says no to an offer that was made to oneself.</summary>
    [Error<DutySwapNotFoundException>]
    [Error<SwapNotOpenException>]
    [Error<SwapNotForYouException>]
    public static async Task<DutySwap> DeclineDutySwapAsync(
        [ID<DutySwap>] Guid swapId,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var swap = await FindAsync(db, swapId, ct);
        swap.Decline(me.MemberId, calendar.Now);
        return swap;
    }

    /// <summary>Takes one's offer back.</summary>
    [Error<DutySwapNotFoundException>]
    [Error<SwapNotOpenException>]
    [Error<SwapNotYoursException>]
    public static async Task<DutySwap> WithdrawDutySwapAsync(
        [ID<DutySwap>] Guid swapId,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var swap = await FindAsync(db, swapId, ct);
        swap.Withdraw(me.MemberId, calendar.Now);
        return swap;
    }

    private static async Task<DutySwap> FindAsync(CooperatorDbContext db, Guid id, CancellationToken ct) =>
        await db.DutySwaps.SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new DutySwapNotFoundException();

    // Who takes a day at the moment in which it is offered leaves an offer that nobody can take.
    private static async Task MakeRoomAsync(
        CooperatorDbContext db,
        DutyDay given,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var open = await db.DutySwaps.SingleOrDefaultAsync(
            s => s.OccurrenceId == given.Id && s.State == DutySwapState.Offered,
            ct
        );
        if (open is null)
        {
            return;
        }

        if (open.IsTenableFor(given.Task))
        {
            throw new DutyAlreadyOfferedException();
        }

        open.Lapse(calendar.Now);
        // The index allows one open offer at a time, and a save does not promise an order.
        await db.SaveChangesAsync(ct);
    }

    private static async Task RequirePartnerAsync(
        CooperatorDbContext db,
        DutyDay given,
        DutyDay? wanted,
        Guid me,
        Guid partner,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (!await db.Members.AnyAsync(m => m.Id == partner, ct))
        {
            throw new MemberNotFoundException();
        }

        var people = await DutyEligibility.LoadAsync(db, [me, partner], ct);
        people.Require(partner, given.DueOn);
        if (wanted is not null)
        {
            wanted.RequireOpen(today);
            wanted.RequireStillHeldBy(partner);
            people.Require(me, wanted.DueOn);
        }
    }
}
