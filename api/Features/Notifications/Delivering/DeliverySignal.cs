namespace Cooperator.Api.Features.Notifications;

/// <summary>Wakes what sends on this node, which otherwise looks every few seconds.</summary>
public sealed class DeliverySignal
{
    /// <summary>What is signalled inside of a transaction needs a moment to commit.</summary>
    private static readonly TimeSpan CommitTime = TimeSpan.FromMilliseconds(200);

    private volatile TaskCompletionSource _next = Create();
    private volatile bool _wakingSoon;

    /// <summary>There is something to send.</summary>
    public void Wake() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    /// <summary>There will be something to send once the running transaction has committed.</summary>
    public void WakeSoon()
    {
        if (!Interlocked.Exchange(ref _wakingSoon, true))
        {
            _ = WakeAfterCommitAsync();
        }
    }

    /// <summary>What to await for the next wake-up; take it before looking, so that nothing gets in between.</summary>
    internal Task Next => _next.Task;

    private async Task WakeAfterCommitAsync()
    {
        await Task.Delay(CommitTime);
        _wakingSoon = false;
        Wake();
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
