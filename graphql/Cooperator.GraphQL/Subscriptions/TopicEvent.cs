using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Subscriptions;

/// <summary>One event on its way to everybody who subscribed to a topic of this process.</summary>
internal sealed class TopicEvent(object? message)
{
    private SharedResults? _results;

    public object? Message => message;

    /// <summary>What came of it that is the same for all.</summary>
    public SharedResults Results =>
        Volatile.Read(ref _results) ?? Interlocked.CompareExchange(ref _results, new SharedResults(), null) ?? _results;
}

/// <summary>A source whose events are shared with other subscribers.</summary>
internal interface ITopicStream
{
    /// <summary>Gives the events in their order until the source completes; it may be read once.</summary>
    IAsyncEnumerable<TopicEvent> ReadTopicEventsAsync(CancellationToken cancellationToken);
}
