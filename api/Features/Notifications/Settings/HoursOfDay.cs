namespace Cooperator.Api.Features.Notifications;

/// <summary>Hours by the clock on the wall of the co-op, which jumps twice a year.</summary>
public static class HoursOfDay
{
    /// <summary>The next time it is <paramref name="hour"/> o'clock after <paramref name="now"/>.</summary>
    public static DateTimeOffset Next(int hour, DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var today = At(day, hour, zone);
        return today > now ? today : At(day.AddDays(1), hour, zone);
    }

    /// <summary>The given moment; the end of the quiet hours when it lies in them. They may go over midnight.</summary>
    public static DateTimeOffset After(int quietFrom, int quietUntil, DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var (day, hour) = (DateOnly.FromDateTime(local), local.Hour);
        var overMidnight = quietFrom > quietUntil;
        var isQuiet = overMidnight ? hour >= quietFrom || hour < quietUntil : hour >= quietFrom && hour < quietUntil;
        if (!isQuiet)
        {
            return at;
        }

        var endsTomorrow = overMidnight && hour >= quietFrom;
        return At(endsTomorrow ? day.AddDays(1) : day, quietUntil, zone) is var end && end > at ? end : at;
    }

    /// <summary>
    /// The moment of an hour on a day. One that the clock leaves out begins when the clock goes on; of one that it
    /// strikes twice the first is meant.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
