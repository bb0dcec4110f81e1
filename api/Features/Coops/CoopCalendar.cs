using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Coops;

/// <summary>Which day it is where the co-op is.</summary>
public sealed class CoopCalendar(CurrentCoop coop, TimeProvider clock)
{
    private (TimeZoneInfo Zone, DateOnly Day)? _today;

    /// <summary>As exact as the database keeps it, so that what is answered now equals what is read later.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>The same for the whole request, though midnight may pass during it.</summary>
    public DateOnly Today
    {
        get
        {
            if (_today is not var (zone, day) || !zone.Equals(coop.TimeZone))
            {
                day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, coop.TimeZone).DateTime);
                _today = (coop.TimeZone, day);
            }

            return day;
        }
    }
}
