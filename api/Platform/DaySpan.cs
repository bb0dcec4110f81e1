using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Platform;

/// <summary>Days in a row, both ends included; without an end while <see cref="Until"/> is null.</summary>
public readonly record struct DaySpan
{
    public DaySpan(DateOnly from, DateOnly? until)
    {
        if (until < from)
        {
            throw new InvalidInputException("The last day can not be before the first one.", "until");
        }

        (From, Until) = (from, until);
    }

    public DateOnly From { get; }

    public DateOnly? Until { get; }

    public bool Contains(DateOnly day) => From <= day && (Until is null || day <= Until);

    public bool Overlaps(DaySpan other) =>
        (other.Until is null || From <= other.Until) && (Until is null || other.From <= Until);

    /// <summary>Whether the first day lies before <paramref name="day"/> and the last one does not.</summary>
    public bool IsOpenAfter(DateOnly day) => Until is null || Until > day;
}
