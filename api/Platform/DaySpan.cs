using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Platform;

/// <summary>Days in a row, both ends included; without an end while <see cref="Until"/> is null.</summary>
public readonly record struct DaySpan
{
    // What lies outside was typed in by mistake, and the last day a date can name has no day after it.
    private static readonly DateOnly Earliest = new(1800, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    public DaySpan(DateOnly from, DateOnly? until)
    {
        Check(from, "from");
        if (until is { } last)
        {
            Check(last, "until");
        }

        if (until < from)
        {
            throw new InvalidInputException(InputFaultCode.UntilBeforeFrom, "until");
        }

        (From, Until) = (from, until);
    }

    public DateOnly From { get; }

    public DateOnly? Until { get; }

    /// <summary>The day, if it can be meant.</summary>
    public static DateOnly Check(DateOnly day, string path) =>
        day >= Earliest && day <= Latest ? day : throw new InvalidInputException(InputFaultCode.DateOutOfRange, path);

    public bool Contains(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>Whether all of the other days are among these.</summary>
    public bool Covers(DaySpan other) =>
        From <= other.From && (Until is null || (other.Until is { } last && last <= Until));

    public bool Overlaps(DaySpan other) =>
        (other.Until is null || From <= other.Until) && (Until is null || other.From <= Until);

    /// <summary>The days that are among these and the others; null when there are none.</summary>
    public DaySpan? And(DaySpan other)
    {
        if (!Overlaps(other))
        {
            return null;
        }

        var from = From > other.From ? From : other.From;
        return new DaySpan(from, Until is null || other.Until < Until ? other.Until : Until);
    }

    /// <summary>The first of these days that none of the others has; null when they cover all of them together.</summary>
    public DateOnly? FirstDayOutside(IEnumerable<DaySpan> others)
    {
        var day = From;
        foreach (var other in others.OrderBy(o => o.From))
        {
            if (other.From > day)
            {
                break;
            }

            if (other.Until is not { } last)
            {
                return null;
            }

            day = last >= day ? last.AddDays(1) : day;
        }

        return Contains(day) ? day : null;
    }

    /// <summary>Whether the first day lies before <paramref name="day"/> and the last one does not.</summary>
    public bool IsOpenAfter(DateOnly day) => Until is null || Until > day;
}
