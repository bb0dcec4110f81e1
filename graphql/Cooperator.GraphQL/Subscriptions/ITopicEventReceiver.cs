namespace Cooperator.GraphQL.Subscriptions;

/// <summary>Subscribes to topics.</summary>
public interface ITopicEventReceiver
{
    /// <summary>Subscribes: every event sent after the task has completed will be in the stream, in the order sent.</summary>
    ValueTask<ISourceStream<T>> SubscribeAsync<T>(string topic, CancellationToken cancellationToken = default);
}
