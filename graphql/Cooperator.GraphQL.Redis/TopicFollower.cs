using Cooperator.GraphQL.Redis.Resp;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.Redis;

/// <summary>
/// Reads on in the streams of all topics this node has subscribers for, by one connection that waits at the server. Where it stands in each is kept here,
/// so after a lost connection it goes on with the entry it had not seen.
/// </summary>
internal sealed class TopicFollower(
    RedisOptions options,
    Action<string, StreamPosition, RespValue> tell,
    Action<string, StreamPosition> tellMissed,
    ILogger logger
) : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // A stream of this node's own: an entry in it ends a wait at the server, also one that begins only afterwards.
    private readonly string _bell = $"bell:{Guid.NewGuid():N}";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StreamPosition> _positions = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private Task? _following;

    // When the last read was asked for that left nothing unread.
    private DateTimeOffset _upToDateAt = DateTimeOffset.UtcNow;

    /// <summary>The key of the stream to add to when the topics have changed.</summary>
    public string Bell => options.KeyPrefix + _bell;

    /// <summary>Follows a topic from a position on; false when it is followed already.</summary>
    public bool Follow(string topic, StreamPosition from)
    {
        lock (_gate)
        {
            _positions.TryAdd(_bell, StreamPosition.Start);
            if (_following is null)
            {
                _upToDateAt = DateTimeOffset.UtcNow;
            }

            _following ??= Task.Run(FollowAsync);
            return _positions.TryAdd(topic, from);
        }
    }

    /// <summary>No longer follows a topic.</summary>
    public void Leave(string topic)
    {
        lock (_gate)
        {
            _positions.Remove(topic);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_following is not null)
        {
            await _following.ConfigureAwait(false);
        }

        _stopping.Dispose();
    }

    private async Task FollowAsync()
    {
        var pause = TimeSpan.Zero;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var connection = await RedisConnection.ConnectAsync(options, _stopping.Token).ConfigureAwait(false);
                await using var _ = connection.ConfigureAwait(false);
                foreach (var (topic, _) in Positions())
                {
                    await TellWhatWasMissedAsync(connection, topic).ConfigureAwait(false);
                }

                pause = TimeSpan.Zero;
                var share = new ReadShare();
                while (true)
                {
                    await ReadOnAsync(connection, share).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (RedisException failure)
            {
                logger.LogWarning("Events of other nodes wait for Redis: {Reason}", failure.Message);
                // Away, or still loading its data: it is asked until it answers, by all nodes not at the same moments.
                pause = TimeSpan.FromMilliseconds(
                    Math.Min((pause.TotalMilliseconds * 2) + Random.Shared.Next(10, 60), LongestPause.TotalMilliseconds)
                );
                await Task.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ReadOnAsync(RedisConnection connection, ReadShare share)
    {
        var positions = Positions();
        var ofEach = share.OfEach(positions.Length);
        var askedAt = DateTimeOffset.UtcNow;
        // A network that swallows everything is noticed by the server's silence only, so it has to say something in time.
        var wait = (long)(options.Timeout / 2).TotalMilliseconds;
        RespArgument[] command =
        [
            "XREAD",
            "COUNT",
            ofEach,
            "BLOCK",
            wait,
            "STREAMS",
            .. positions.Select(p => (RespArgument)(options.KeyPrefix + p.Key)),
            .. positions.Select(p => (RespArgument)p.Value.ToString()),
        ];
        var streams = await connection.SendAsync(_stopping.Token, command).ConfigureAwait(false);
        var (brought, most) = (0, 0);
        for (var index = 0; index + 1 < streams.Items.Count; index += 2)
        {
            var topic = streams.Items[index].Text[options.KeyPrefix.Length..];
            var entries = streams.Items[index + 1].Items;
            brought += entries.Count;
            most = Math.Max(most, entries.Count);
            // The server keeps at least so many: only behind a topic with as many unread entries others can have been dropped.
            if (entries.Count >= Math.Min(ofEach, options.KeptEvents))
            {
                await TellWhatWasMissedAsync(connection, topic).ConfigureAwait(false);
            }

            TellAll(topic, entries);
        }

        share.Learn(brought, most);
        if (most < ofEach)
        {
            _upToDateAt = askedAt;
        }
    }

    private void TellAll(string topic, IReadOnlyList<RespValue> entries)
    {
        foreach (var entry in entries)
        {
            var position = StreamPosition.Parse(entry.Items[0].Text);
            if (MoveOn(topic, position) && topic != _bell)
            {
                tell(topic, position, entry.Items[1]);
            }
        }
    }

    // While this node was cut off or busy, the server may have dropped entries it had not read.
    private async Task TellWhatWasMissedAsync(RedisConnection connection, string topic)
    {
        if (topic == _bell || PositionIn(topic) is not { } here)
        {
            return;
        }

        var stream = await StreamAsync(connection, topic).ConfigureAwait(false);
        var now = DateTimeOffset.UtcNow;
        if (MissedEntries.UpTo(stream, here, now, now - _upToDateAt, options.KeptFor) is { } missed)
        {
            tellMissed(topic, missed);
        }
    }

    private async Task<StreamInfo?> StreamAsync(RedisConnection connection, string topic)
    {
        try
        {
            return StreamInfo.From(
                await connection
                    .SendAsync(_stopping.Token, "XINFO", "STREAM", options.KeyPrefix + topic)
                    .ConfigureAwait(false)
            );
        }
        catch (RedisException refusal) when (refusal.Message.StartsWith("ERR no such key", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private StreamPosition? PositionIn(string topic)
    {
        lock (_gate)
        {
            return _positions.TryGetValue(topic, out var here) ? here : null;
        }
    }

    private KeyValuePair<string, StreamPosition>[] Positions()
    {
        lock (_gate)
        {
            return [.. _positions];
        }
    }

    /// <summary>False for an entry of a topic that nobody wants any more, or that was joined again behind the entry.</summary>
    private bool MoveOn(string topic, StreamPosition position)
    {
        lock (_gate)
        {
            if (!_positions.TryGetValue(topic, out var here) || here.CompareTo(position) >= 0)
            {
                return false;
            }

            _positions[topic] = position;
            return true;
        }
    }
}
