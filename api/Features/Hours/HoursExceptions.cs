using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Hours;

public sealed class HoursPeriodNotFoundException() : RefusalException("There is no such period.");

public sealed class HoursPeriodsOverlapException(string name, DateOnly from, DateOnly until)
    : RefusalException($"The period {name} has some of these days already.")
{
    public string Name { get; } = name;

    public DateOnly From { get; } = from;

    public DateOnly Until { get; } = until;
}

public sealed class HoursLineNotFoundException() : RefusalException("There is no such line.");

public sealed class HoursLineAlreadyReversedException() : RefusalException("The line was taken back already.");

public sealed class ReversalCannotBeReversedException()
    : RefusalException("What takes a line back stays: write a new line instead.");

public sealed class WorkExemptionNotFoundException() : RefusalException("There is no such exemption.");

public sealed class WorkExemptionsOverlapException(DateOnly from, DateOnly? until)
    : RefusalException("The member is exempt on some of these days already.")
{
    public DateOnly From { get; } = from;

    public DateOnly? Until { get; } = until;
}
