namespace Cooperator.Api.Platform.Events;

/// <summary>
/// Told of every event of every co-op on this node, in the order of commits, from the start of the process on. What
/// must survive the process keeps its own place in the log and takes this only as a wake-up.
/// </summary>
public interface IEventConsumer
{
    ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken);
}
