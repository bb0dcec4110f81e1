using System.Runtime.CompilerServices;
using System.Text.Json;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.GraphQL.Redis;

/// <summary>The events of one subscriber, read from their JSON.</summary>
internal sealed class RedisStream<T>(
    string topic,
    ISourceStream<TopicEntry> entries,
    JsonSerializerOptions json,
    Action<string> leave
) : ISourceStream<T>
{
    private int _left;

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return entry == TopicEntry.Missed
                    ? throw new MissedEventsException(topic)
                    : JsonSerializer.Deserialize<T>(entry.Json.Span, json)!;
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

    public async ValueTask DisposeAsync()
    {
        await entries.DisposeAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _left, 1) == 0)
        {
            leave(topic);
        }
    }
}
