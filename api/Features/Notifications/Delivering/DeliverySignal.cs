namespace Cooperator.Api.Features.Notifications;

/// <summary>Wakes what sends on this node, which otherwise looks every few seconds.</summary>
public sealed class DeliverySignal
{
    /// <summary>What is signalled inside of a transaction needs a moment to commit.</summary>
    private static readonly TimeSpan CommitTime = TimeSpan.FromMilliseconds(200);

    private volatile TaskCompletionSource _next = Create();

    /// <summary>There is something to send.</summary>
    public void Wake() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    /// <summary>There will be something to send once the running transaction has committed.</summary>
    public void WakeSoon() => _ = Task.Delay(CommitTime).ContinueWith(_ => Wake(), TaskScheduler.Default);

    /// <summary>What to await for the next wake-up; take it before looking, so that nothing gets in between.</summary>
    internal Task Next => _next.Task;

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
