using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Scalars;

/// <summary>An instant with its offset, as RFC 3339 has it.</summary>
internal sealed partial class DateTimeScalar : TextScalar<DateTimeOffset>
{
    public DateTimeScalar()
        : base("DateTime")
    {
        Description = "An instant with its offset from UTC, such as `2026-11-20T09:30:00Z`.";
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3339";
    }

    public override void WriteValue(JsonBuffer buffer, DateTimeOffset value) => buffer.WriteString(value);

    protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        return Format().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    [GeneratedRegex(
        @"\A\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,7})?([Zz]|[+-]\d\d:\d\d)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Format();
}

/// <summary>A day of the calendar, as RFC 3339 has it (<c>full-date</c>).</summary>
internal sealed class DateScalar : TextScalar<DateOnly>
{
    public DateScalar()
        : base("Date")
    {
        Description = "A day of the calendar, such as `2026-11-20`.";
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";
    }

    public override void WriteValue(JsonBuffer buffer, DateOnly value) => buffer.WriteString(value);

    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}

/// <summary>A span of days, hours, minutes and seconds, as ISO 8601 has it; no months and years, whose length varies.</summary>
internal sealed partial class DurationScalar : TextScalar<TimeSpan>
{
    private const int DaysPerWeek = 7;

    public DurationScalar()
        : base("Duration")
    {
        Description = "A span of time in weeks, or in days, hours, minutes and seconds, such as `P1DT12H`.";
        SpecifiedByUrl = "https://en.wikipedia.org/wiki/ISO_8601#Durations";
    }

    public override void WriteValue(JsonBuffer buffer, TimeSpan value) =>
        buffer.WriteString(XmlConvert.ToString(value));

    protected override bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (!Format().IsMatch(text) || text.EndsWith('P') || text.EndsWith('T'))
        {
            return false;
        }

        try
        {
            var negative = text[0] == '-';
            var week = text.IndexOf('W', StringComparison.Ordinal);
            value =
                week < 0
                    ? XmlConvert.ToTimeSpan(text)
                    : TimeSpan.FromDays(
                        DaysPerWeek
                            * int.Parse(text.AsSpan((negative ? 2 : 1)..week), CultureInfo.InvariantCulture)
                            * (negative ? -1 : 1)
                    );
            return true;
        }
        catch (OverflowException)
        {
            // Longer than a TimeSpan holds: not a value of ours, like any malformed one.
            return false;
        }
    }

    [GeneratedRegex(
        @"\A-?P(\d{1,6}W|(\d{1,8}D)?(T(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}(\.\d{1,7})?S)?)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Format();
}
