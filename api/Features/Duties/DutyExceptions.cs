using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Duties;

public sealed class DutyNotFoundException() : RefusalException("There is no such duty.");

public sealed class DutyEndedException() : RefusalException("The duty has ended.");

public sealed class DutyNeverOccursException() : RefusalException("There is no day on which the duty would be due.");

public sealed class DutyOccurrenceNotFoundException() : RefusalException("There is no such day of a duty.");

public sealed class NotYourDutyException() : RefusalException("Only who holds the duty can offer it.");

public sealed class DutyNotOpenException() : RefusalException("The duty is done or its day has passed.");

public sealed class DutySwapNotFoundException() : RefusalException("There is no such offer.");

public sealed class DutyAlreadyOfferedException() : RefusalException("This day is offered already.");

public sealed class SwapWithOneselfException() : RefusalException("A duty is offered to somebody else.");

public sealed class SwapNeedsPartnerException() : RefusalException("Name whose day it is that you want in return.");

public sealed class SwapNotForYouException() : RefusalException("The offer is for somebody else.");

public sealed class SwapNotYoursException() : RefusalException("Only who made the offer can withdraw it.");

public sealed class SwapNotOpenException(DutySwapState state) : RefusalException("The offer is no longer open.")
{
    public DutySwapState State { get; } = state;
}

/// <summary>Somebody has left, is exempt, or holds no role in which duties are done.</summary>
public sealed class CannotTakeDutyException(DateOnly dueOn)
    : RefusalException("Who takes this duty must be a resident on that day, and not exempt.")
{
    public DateOnly DueOn { get; } = dueOn;
}

/// <summary>One of the days is no longer held by the one who offered or promised it.</summary>
public sealed class DutyChangedHandsException() : RefusalException("One of the days has changed hands meanwhile.");
