using System.Globalization;
using Cooperator.Api.Features.Notifications;

namespace Cooperator.Api.Tests.Features.Notifications;

/// <summary>Hours by the clock on the wall, in Berlin: it jumps at 2 o'clock on 29 March and is set back at 3 on 25 October 2026.</summary>
public sealed class HoursOfDayTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData(22, 7, "2026-01-10T20:59:59Z", "2026-01-10T20:59:59Z")] // not yet
    [InlineData(22, 7, "2026-01-10T21:00:00Z", "2026-01-11T06:00:00Z")] // over midnight, before it
    [InlineData(22, 7, "2026-01-11T03:00:00Z", "2026-01-11T06:00:00Z")] // and after it
    [InlineData(22, 7, "2026-01-11T06:00:00Z", "2026-01-11T06:00:00Z")] // the end is free
    [InlineData(13, 15, "2026-07-01T11:30:00Z", "2026-07-01T13:00:00Z")] // by day, in summer
    [InlineData(0, 6, "2026-01-10T23:30:00Z", "2026-01-11T05:00:00Z")] // from midnight on
    [InlineData(22, 7, "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z")] // the short night
    [InlineData(22, 7, "2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z")] // the long night
    [InlineData(22, 2, "2026-03-28T22:00:00Z", "2026-03-29T01:00:00Z")] // ends in the hour that is left out
    [InlineData(22, 2, "2026-10-24T21:00:00Z", "2026-10-25T00:00:00Z")] // ends in the hour that comes twice: the first
    public void Letters_wait_for_the_end_of_the_quiet_hours(int from, int until, string at, string expected) =>
        Assert.Equal(Instant(expected), HoursOfDay.After(from, until, Instant(at), Berlin));

    [Theory]
    [InlineData(18, "2026-01-10T10:00:00Z", "2026-01-10T17:00:00Z")]
    [InlineData(18, "2026-01-10T17:00:00Z", "2026-01-11T17:00:00Z")] // exactly then is the next day's
    [InlineData(18, "2026-03-28T18:00:00Z", "2026-03-29T16:00:00Z")] // 23 hours later
    [InlineData(18, "2026-10-24T17:00:00Z", "2026-10-25T17:00:00Z")] // 25 hours later
    [InlineData(2, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")] // there is no 2 o'clock: when the clock goes on
    [InlineData(2, "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z")] // there are two: once, at the first
    [InlineData(2, "2026-10-25T00:30:00Z", "2026-10-26T01:00:00Z")] // and not again at the second
    public void The_daily_letter_goes_once_a_day(int hour, string now, string expected) =>
        Assert.Equal(Instant(expected), HoursOfDay.Next(hour, Instant(now), Berlin));

    [Fact]
    public void Whatever_the_hours_the_moment_found_is_never_quiet_never_past_and_at_most_a_day_away()
    {
        var start = Instant("2026-03-27T00:00:00Z");
        for (var (from, until) = (0, 1); from < 24; (from, until) = (from + 1, (until + 5) % 24))
        {
            for (var minutes = 0; from != until && minutes < 5 * 24 * 60; minutes += 17)
            {
                var at = start.AddMinutes(minutes);
                var allowed = HoursOfDay.After(from, until, at, Berlin);
                Assert.InRange(allowed, at, at.AddHours(25));
                Assert.Equal(allowed, HoursOfDay.After(from, until, allowed, Berlin));
            }
        }
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
