using Cooperator.Api.Platform.Refusals;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Cooperator.Api.Features.Duties;

/// <summary>
/// On which days a duty is due: a recurrence rule of RFC 5545, counted in days, so that no clock change can move it.
/// </summary>
public sealed class DutyRule
{
    private const int LongestRule = 300;

    // Far enough for 29 February, also around the years 1900 and 2100, which have none.
    private const int YearsToOccur = 12;

    // Days, weeks, months or years in a row in which nothing fits; a rule that needs more of them never occurs.
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 5000 };

    private readonly RecurrencePattern _pattern;

    private DutyRule(RecurrencePattern pattern) => _pattern = pattern;

    /// <summary>Reads a rule: <c>FREQ=WEEKLY;BYDAY=SA</c>.</summary>
    /// <exception cref="InvalidInputException">It is no rule, or one of hours or minutes.</exception>
    public static DutyRule Parse(string? text, string path = "rule")
    {
        var rule = InvalidInputException.Text(text, path, LongestRule);
        var pattern = Read(rule) ?? throw new InvalidInputException(InputFaultCode.InvalidRule, path);
        var ofDays =
            pattern.Frequency
                is FrequencyType.Daily
                    or FrequencyType.Weekly
                    or FrequencyType.Monthly
                    or FrequencyType.Yearly
            && pattern is { ByHour.Count: 0, ByMinute.Count: 0, BySecond.Count: 0 };
        return ofDays ? new DutyRule(pattern) : throw new InvalidInputException(InputFaultCode.InvalidRule, path);
    }

    /// <summary>The due days between two days, both included, of a duty that begins on <paramref name="first"/>.</summary>
    public IEnumerable<DateOnly> Days(DateOnly first, DateOnly from, DateOnly until)
    {
        // Rules with a COUNT count from the first day on, so the walk begins there.
        var series = new CalendarEvent { Start = new CalDateTime(first) };
        series.RecurrenceRule = _pattern;
        using var occurrences = series.GetOccurrences(options: Patience).GetEnumerator();
        while (Next(occurrences) is { } day && day <= until)
        {
            if (day >= from)
            {
                yield return day;
            }
        }
    }

    /// <summary>A rule whose days never come, or have all passed, gives nobody a duty.</summary>
    /// <exception cref="DutyNeverOccursException">There is none.</exception>
    public void RequireOccurrence(DateOnly first, DateOnly from)
    {
        if (!Days(first, from, from.AddYears(YearsToOccur)).Any())
        {
            throw new DutyNeverOccursException();
        }
    }

    private static RecurrencePattern? Read(string rule)
    {
        if (!rule.Contains("FREQ=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var pattern = new RecurrencePattern(rule);
            var unread = pattern.Until is null && rule.Contains("UNTIL=", StringComparison.OrdinalIgnoreCase);
            return unread ? null : pattern;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static DateOnly? Next(IEnumerator<Occurrence> occurrences)
    {
        try
        {
            return occurrences.MoveNext() ? DateOnly.FromDateTime(occurrences.Current.Period.StartTime.Value) : null;
        }
        catch (Exception end) when (end is EvaluationLimitExceededException or EvaluationOutOfRangeException)
        {
            // Beyond what a calendar can name: there is no further day.
            return null;
        }
    }
}
