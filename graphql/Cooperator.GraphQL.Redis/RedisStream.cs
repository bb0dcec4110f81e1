using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.GraphQL.Redis;

/// <summary>The stream of one subscriber, as the topic sees it. What was sent before it subscribed is not for it, when others still wait for that.</summary>
internal abstract class RedisStream(string topic, StreamPosition from)
{
    private readonly Channel<byte[]> _events = Channel.CreateBounded<byte[]>(
        // The sender must not run what readers do.
        new BoundedChannelOptions(InMemoryTopics.BufferSize)
        {
            SingleReader = true,
            AllowSynchronousContinuations = false,
        }
    );

    public string Topic => topic;

    protected ChannelReader<byte[]> Events => _events.Reader;

    /// <summary>Buffers an event without waiting; false when the stream has ended, also by not being read fast enough.</summary>
    public bool Tell(StreamPosition position, byte[] json)
    {
        if (position <= from || _events.Writer.TryWrite(json))
        {
            return true;
        }

        _events.Writer.TryComplete(new SlowSubscriberException(topic));
        return false;
    }

    /// <summary>Ends the stream after the events already buffered; false when it began only after the end that is told.</summary>
    public bool End(StreamPosition position) => position > from && Complete(null);

    /// <summary>Ends the stream because events before a position were missed; false when it began only there.</summary>
    public bool Miss(StreamPosition before) => before > from && Complete(new MissedEventsException(topic));

    protected bool Complete(Exception? failure)
    {
        _events.Writer.TryComplete(failure);
        return true;
    }
}

/// <summary>The events of one subscriber, read from their JSON.</summary>
internal sealed class RedisStream<T>(
    string topic,
    StreamPosition from,
    JsonSerializerOptions options,
    Action<RedisStream> leave
) : RedisStream(topic, from), ISourceStream<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var json in Events.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return JsonSerializer.Deserialize<T>(json, options)!;
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
        Complete(null);
        leave(this);
        return ValueTask.CompletedTask;
    }
}
