namespace Cooperator.GraphQL.Subscriptions;

/// <summary>The events a subscription reacts to, see section 6.2.3.1 of the specification. Disposing it ends the subscription at its source.</summary>
public interface ISourceStream : IAsyncDisposable
{
    /// <summary>Gives the events in their order until the source completes; it may be read once.</summary>
    IAsyncEnumerable<object?> ReadEventsAsync(CancellationToken cancellationToken = default);
}

/// <summary>A source stream with a known type of event; it may be read once.</summary>
public interface ISourceStream<out T> : ISourceStream, IAsyncEnumerable<T>;
