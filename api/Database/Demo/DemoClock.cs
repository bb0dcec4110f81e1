namespace Cooperator.Api.Database.Demo;

/// <summary>The demo's events happened when the story says, not when it was told.</summary>
internal sealed class DemoClock : TimeProvider
{
    /// <summary>The last day of the story.</summary>
    public static readonly DateOnly Told = new(2026, 11, 28);

    private DateTimeOffset _now;

    public DateTimeOffset Noon(DateOnly day) => _now = new DateTimeOffset(day, new TimeOnly(10, 30), TimeSpan.Zero);

    /// <summary>Some minutes later, as one thing comes after the other.</summary>
    public DateTimeOffset Pass() => _now = _now.AddMinutes(4);

    public override DateTimeOffset GetUtcNow() => _now;
}
