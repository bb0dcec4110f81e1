namespace Cooperator.GraphQL.Subscriptions;

/// <summary>
/// Topics within this process: ordered per topic, with a bounded buffer for each subscriber. Sending never waits; a subscriber whose buffer is full
/// is ended with <see cref="SlowSubscriberException"/>. Safe for use from any thread.
/// </summary>
public sealed class InMemoryTopics : ITopicEventSender, ITopicEventReceiver
{
    /// <summary>How many events wait for a subscriber at most.</summary>
    public const int BufferSize = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<ITopicSubscriber>> _topics = new(StringComparer.Ordinal);

    /// <summary>How many streams are open.</summary>
    internal int SubscriberCount
    {
        get
        {
            lock (_gate)
            {
                var count = 0;
                foreach (var subscribers in _topics.Values)
                {
                    count += subscribers.Count;
                }

                return count;
            }
        }
    }

    /// <summary>How many topics are known.</summary>
    internal int TopicCount
    {
        get
        {
            lock (_gate)
            {
                return _topics.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask SendAsync<T>(string topic, T message, CancellationToken cancellationToken = default)
    {
        var happened = new TopicEvent(message);
        lock (_gate)
        {
            if (_topics.TryGetValue(topic, out var subscribers))
            {
                // Backwards, because a subscriber that is ended leaves the list.
                for (var index = subscribers.Count - 1; index >= 0; index--)
                {
                    if (!subscribers[index].TryDeliver(happened))
                    {
                        subscribers.RemoveAt(index);
                    }
                }

                if (subscribers.Count == 0)
                {
                    _topics.Remove(topic);
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string topic)
    {
        lock (_gate)
        {
            if (_topics.Remove(topic, out var subscribers))
            {
                foreach (var subscriber in subscribers)
                {
                    subscriber.Complete();
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    /// <remarks>The token cancels subscribing only; the stream ends when it is disposed, or when reading it is cancelled.</remarks>
    public ValueTask<ISourceStream<T>> SubscribeAsync<T>(string topic, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var subscriber = new TopicSubscriber<T>(topic, BufferSize, this);
        lock (_gate)
        {
            if (!_topics.TryGetValue(topic, out var subscribers))
            {
                subscribers = [];
                _topics.Add(topic, subscribers);
            }

            subscribers.Add(subscriber);
        }

        return ValueTask.FromResult<ISourceStream<T>>(subscriber);
    }

    /// <summary>Lets a stream go; nothing when it has gone already.</summary>
    internal void Remove(string topic, ITopicSubscriber subscriber)
    {
        lock (_gate)
        {
            if (
                _topics.TryGetValue(topic, out var subscribers)
                && subscribers.Remove(subscriber)
                && subscribers.Count == 0
            )
            {
                _topics.Remove(topic);
            }
        }
    }
}
