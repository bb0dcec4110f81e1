using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Cooperator.GraphQL.Subscriptions;

/// <summary>The stream of one subscriber, as the topic sees it.</summary>
internal interface ITopicSubscriber
{
    /// <summary>Buffers an event without waiting; false when the subscriber is gone, or too slow and therefore ended.</summary>
    bool TryDeliver(TopicEvent happened);

    /// <summary>Ends the stream after the events already buffered.</summary>
    void Complete();
}

/// <inheritdoc cref="ITopicSubscriber"/>
internal sealed class TopicSubscriber<T> : ISourceStream<T>, ITopicStream, ITopicSubscriber
{
    private readonly string _topic;
    private readonly InMemoryTopics _topics;
    private readonly Channel<TopicEvent> _events;

    public TopicSubscriber(string topic, int bufferSize, InMemoryTopics topics)
    {
        _topic = topic;
        _topics = topics;
        // The sender must not run what readers do.
        _events = Channel.CreateBounded<TopicEvent>(
            new BoundedChannelOptions(bufferSize)
            {
                SingleReader = true,
                AllowSynchronousContinuations = false,
                FullMode = BoundedChannelFullMode.Wait,
            }
        );
    }

    public bool TryDeliver(TopicEvent happened)
    {
        // A topic carries one type of event; one that is not what the subscriber asked for is not for it.
        if (happened.Message is not T || _events.Writer.TryWrite(happened))
        {
            return true;
        }

        _events.Writer.TryComplete(new SlowSubscriberException(_topic));
        return false;
    }

    public void Complete() => _events.Writer.TryComplete();

    public async IAsyncEnumerable<TopicEvent> ReadTopicEventsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        try
        {
            while (await _events.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (_events.Reader.TryRead(out var happened))
                {
                    yield return happened;
                }
            }
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var happened in ReadTopicEventsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return (T)happened.Message!;
        }
    }

    public async IAsyncEnumerable<object?> ReadEventsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var happened in ReadTopicEventsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return happened.Message;
        }
    }

    public ValueTask DisposeAsync()
    {
        _topics.Remove(_topic, this);
        _events.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
