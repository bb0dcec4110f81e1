using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Coops;

/// <summary>Which day it is where the co-op is.</summary>
public sealed class CoopCalendar(CurrentCoop coop, TimeProvider clock)
{
    /// <summary>As exact as the database keeps it, so that what is answered now equals what is read later.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, coop.TimeZone).DateTime);
}
