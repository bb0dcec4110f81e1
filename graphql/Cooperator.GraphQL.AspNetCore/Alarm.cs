namespace Cooperator.GraphQL.AspNetCore;

/// <summary>Calls once when an instant has come, however far away it is: a timer by itself reaches 49 days.</summary>
internal sealed class Alarm : IDisposable
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(7);

    private readonly TimeProvider _time;
    private readonly DateTimeOffset _instant;
    private readonly Action _ring;
    private readonly ITimer _timer;

    /// <param name="time">The clock.</param>
    /// <param name="instant">When to call; at once when it is over.</param>
    /// <param name="ring">What to call; it must not throw.</param>
    public Alarm(TimeProvider time, DateTimeOffset instant, Action ring)
    {
        (_time, _instant, _ring) = (time, instant, ring);
        _timer = time.CreateTimer(
            static alarm => ((Alarm)alarm!).Wake(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        Wait(Left);
    }

    private TimeSpan Left => _instant - _time.GetUtcNow();

    public void Dispose() => _timer.Dispose();

    private void Wake()
    {
        if (Left is var left && left > TimeSpan.Zero)
        {
            Wait(left);
        }
        else
        {
            _ring();
        }
    }

    private void Wait(TimeSpan left) =>
        _timer.Change(
            left <= TimeSpan.Zero ? TimeSpan.Zero
                : left < Farthest ? left
                : Farthest,
            Timeout.InfiniteTimeSpan
        );
}
