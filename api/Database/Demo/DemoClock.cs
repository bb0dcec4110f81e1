namespace Cooperator.Api.Database.Demo;

/// <summary>The demo's events happened when the story says, not when it was told.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now;

    public DateTimeOffset Noon(DateOnly day) => _now = new DateTimeOffset(day, new TimeOnly(10, 30), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;
}
