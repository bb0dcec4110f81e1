using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Coops;

/// <summary>Which day it is where the co-op is.</summary>
public sealed class CoopCalendar(CurrentCoop coop, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, coop.TimeZone).DateTime);
}
