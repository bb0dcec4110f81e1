namespace Cooperator.GraphQL.Subscriptions;

/// <summary>Publishes events to whoever subscribed to a topic.</summary>
public interface ITopicEventSender
{
    /// <summary>Publishes one event; returns without waiting for subscribers.</summary>
    ValueTask SendAsync<T>(string topic, T message, CancellationToken cancellationToken = default);

    /// <summary>Ends every subscription of a topic after the events already sent.</summary>
    ValueTask CompleteAsync(string topic);
}
