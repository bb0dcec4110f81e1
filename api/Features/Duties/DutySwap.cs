using Cooperator.Api.Database;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Duties;

public enum DutySwapState
{
    Offered,
    Accepted,
    Declined,
    Withdrawn,
}

/// <summary>
/// Somebody offers a day of a duty to one member or to all, as a gift or for a day of the other's. Both days change hands
/// in the transaction that accepts.
/// </summary>
public sealed class DutySwap : TenantEntity
{
    private DutySwap() { }

    /// <param name="occurrence">The day that is offered.</param>
    /// <param name="offeredById">Who holds it.</param>
    /// <param name="toMemberId">Who is asked; null for everybody.</param>
    /// <param name="inReturn">The day of that member's that is wanted for it.</param>
    /// <param name="note">Why, in the offerer's words.</param>
    /// <param name="at">Now.</param>
    public DutySwap(
        DutyOccurrence occurrence,
        Guid offeredById,
        Guid? toMemberId,
        DutyOccurrence? inReturn,
        string? note,
        DateTimeOffset at
    )
    {
        if (toMemberId == offeredById)
        {
            throw new SwapWithOneselfException();
        }

        Note = InvalidInputException.OptionalText(note, "note", 500);
        (OccurrenceId, OfferedById, ToMemberId, InReturnId) = (occurrence.Id, offeredById, toMemberId, inReturn?.Id);
        (DueOn, OfferedAt) = (occurrence.DueOn, at);
        Raise(
            "duty_swap.offered",
            new
            {
                offeredById,
                toMemberId,
                occurrence.DueOn,
                occurrence.DutyId,
            }
        );
    }

    public Guid OccurrenceId { get; private set; }

    /// <summary>The day itself: open offers are listed by it.</summary>
    public DateOnly DueOn { get; private set; }

    public Guid OfferedById { get; private set; }

    public Guid? ToMemberId { get; private set; }

    public Guid? InReturnId { get; private set; }

    public string? Note { get; private set; }

    public DutySwapState State { get; private set; }

    public DateTimeOffset OfferedAt { get; private set; }

    public Guid? AnsweredById { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the member may say yes or no.</summary>
    public bool Asks(Guid memberId) => memberId != OfferedById && (ToMemberId is null || ToMemberId == memberId);

    public void Accept(Guid byId, DateTimeOffset at) => Answer(DutySwapState.Accepted, "duty_swap.accepted", byId, at);

    /// <summary>Only who was asked by name can decline; an offer to all is simply left.</summary>
    public void Decline(Guid byId, DateTimeOffset at)
    {
        if (ToMemberId != byId)
        {
            throw new SwapNotForYouException();
        }

        Answer(DutySwapState.Declined, "duty_swap.declined", byId, at);
    }

    public void Withdraw(Guid byId, DateTimeOffset at)
    {
        if (OfferedById != byId)
        {
            throw new SwapNotYoursException();
        }

        Answer(DutySwapState.Withdrawn, "duty_swap.withdrawn", byId, at);
    }

    /// <summary>Whether who made the offer still has the day, and it is to be done.</summary>
    public bool IsTenableFor(CoopTask task) => !task.IsDone && task.IsAssignedTo(OfferedById);

    /// <summary>Nobody can answer it any more, as one of the two leaves, or the day is done or in other hands.</summary>
    public void Lapse(DateTimeOffset at)
    {
        (State, AnsweredAt) = (DutySwapState.Withdrawn, at);
        Raise("duty_swap.lapsed", new { OfferedById, OccurrenceId });
    }

    private void Answer(DutySwapState state, string kind, Guid byId, DateTimeOffset at)
    {
        if (State != DutySwapState.Offered)
        {
            throw new SwapNotOpenException(State);
        }

        if (state == DutySwapState.Accepted && !Asks(byId))
        {
            throw new SwapNotForYouException();
        }

        (State, AnsweredById, AnsweredAt) = (state, byId, at);
        Raise(
            kind,
            new
            {
                OfferedById,
                answeredById = byId,
                OccurrenceId,
            }
        );
    }
}
