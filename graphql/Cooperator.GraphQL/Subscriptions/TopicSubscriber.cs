using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Cooperator.GraphQL.Subscriptions;

/// <summary>The stream of one subscriber, as the topic sees it.</summary>
internal interface ITopicSubscriber
{
    /// <summary>Buffers an event without waiting; false when the subscriber is gone, or too slow and therefore ended.</summary>
    bool TryDeliver(object? message);

    /// <summary>Ends the stream after the events already buffered.</summary>
    void Complete();
}

/// <inheritdoc cref="ITopicSubscriber"/>
internal sealed class TopicSubscriber<T> : ISourceStream<T>, ITopicSubscriber
{
    private readonly string _topic;
    private readonly Action<string, ITopicSubscriber> _remove;
    private readonly Channel<T> _events;

    public TopicSubscriber(string topic, int bufferSize, Action<string, ITopicSubscriber> remove)
    {
        _topic = topic;
        _remove = remove;
        // The sender must not run what readers do.
        _events = Channel.CreateBounded<T>(
            new BoundedChannelOptions(bufferSize)
            {
                SingleReader = true,
                AllowSynchronousContinuations = false,
                FullMode = BoundedChannelFullMode.Wait,
            }
        );
    }

    public bool TryDeliver(object? message)
    {
        // A topic carries one type of event; one that is not what the subscriber asked for is not for it.
        if (message is not T typed)
        {
            return true;
        }

        if (_events.Writer.TryWrite(typed))
        {
            return true;
        }

        _events.Writer.TryComplete(new SlowSubscriberException(_topic));
        return false;
    }

    public void Complete() => _events.Writer.TryComplete();

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        try
        {
            while (await _events.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (_events.Reader.TryRead(out var message))
                {
                    yield return message;
                }
            }
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<object?> ReadEventsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var message in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return message;
        }
    }

    public ValueTask DisposeAsync()
    {
        _remove(_topic, this);
        _events.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
