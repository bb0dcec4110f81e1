using System.Text.Json;
using Cooperator.GraphQL.Redis.Resp;
using Cooperator.GraphQL.Subscriptions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cooperator.GraphQL.Redis;

/// <summary>
/// Topics that many nodes share, each a Redis stream. Pub/sub would lose what is said while a node is cut off; in a stream it finds its place again, and
/// as long as the server keeps its data, what it has acknowledged reaches every subscriber, in its order and once, over any number of lost connections.
/// Needs Redis 7 or newer, and not a Redis Cluster, whose nodes share no wait. Safe for use from any thread.
/// </summary>
public sealed class RedisTopics : ITopicEventSender, ITopicEventReceiver, IAsyncDisposable
{
    private const string EventField = "e";
    private const string EndField = "end";

    private readonly RedisOptions _options;
    private readonly JsonSerializerOptions _json;
    private readonly RedisLink _link;
    private readonly TopicFollower _follower;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<RedisStream>> _streams = new(StringComparer.Ordinal);
    private bool _isDisposed;

    /// <param name="options">Where the server is.</param>
    /// <param name="json">How events become JSON; the web's defaults when absent.</param>
    /// <param name="logger">Told when the server cannot be reached.</param>
    public RedisTopics(RedisOptions options, JsonSerializerOptions? json = null, ILogger<RedisTopics>? logger = null)
    {
        _options = options;
        _json = json ?? JsonSerializerOptions.Web;
        _link = new RedisLink(options);
        _follower = new TopicFollower(options, Tell, TellMissed, logger ?? NullLogger<RedisTopics>.Instance);
    }

    /// <summary>Publishes one event; completes when the server has it.</summary>
    /// <exception cref="RedisConnectionException">The server cannot be reached, or went away before it answered: it may have the event.</exception>
    /// <exception cref="RedisException">The server refuses the event.</exception>
    public async ValueTask SendAsync<T>(string topic, T message, CancellationToken cancellationToken = default) =>
        await AddAsync(topic, EventField, JsonSerializer.SerializeToUtf8Bytes(message, _json), cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server cannot be reached, or refuses.</exception>
    public async ValueTask CompleteAsync(string topic) =>
        await AddAsync(topic, EndField, [], CancellationToken.None).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server cannot be reached, or refuses.</exception>
    public async ValueTask<ISourceStream<T>> SubscribeAsync<T>(
        string topic,
        CancellationToken cancellationToken = default
    )
    {
        var newest = await NewestAsync(topic, cancellationToken).ConfigureAwait(false);
        var stream = new RedisStream<T>(topic, newest, _json, Leave);
        if (!Join(stream, newest))
        {
            return stream;
        }

        try
        {
            await _link
                .SendAsync(cancellationToken, "XADD", _follower.Bell, "MAXLEN", 1, "*", EventField, "")
                .ConfigureAwait(false);
            await _link.SendAsync(cancellationToken, "PEXPIRE", _follower.Bell, KeptFor).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends every stream of this node and closes its connections.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
        }

        await _follower.DisposeAsync().ConfigureAwait(false);
        await _link.DisposeAsync().ConfigureAwait(false);
        lock (_gate)
        {
            foreach (var stream in _streams.Values.SelectMany(streams => streams))
            {
                stream.End(StreamPosition.End);
            }

            _streams.Clear();
        }
    }

    private long KeptFor => (long)_options.KeptFor.TotalMilliseconds;

    private async Task AddAsync(string topic, string field, byte[] value, CancellationToken cancellationToken)
    {
        var key = _options.KeyPrefix + topic;
        var added = _link.SendAsync(
            cancellationToken,
            "XADD",
            key,
            "MAXLEN",
            "~",
            _options.KeptEvents,
            "*",
            field,
            value
        );
        var kept = _link.SendAsync(cancellationToken, "PEXPIRE", key, KeptFor);
        await Task.WhenAll(added, kept).ConfigureAwait(false);
    }

    private async Task<StreamPosition> NewestAsync(string topic, CancellationToken cancellationToken)
    {
        var newest = await _link
            .SendAsync(cancellationToken, "XREVRANGE", _options.KeyPrefix + topic, "+", "-", "COUNT", 1)
            .ConfigureAwait(false);
        return newest.Items is [var entry] ? StreamPosition.Parse(entry.Items[0].Text) : StreamPosition.Start;
    }

    /// <summary>True when the stream is the first of its topic, which the follower has to hear of.</summary>
    private bool Join(RedisStream stream, StreamPosition newest)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_streams.TryGetValue(stream.Topic, out var streams))
            {
                _streams.Add(stream.Topic, streams = []);
            }

            streams.Add(stream);
            return _follower.Follow(stream.Topic, newest);
        }
    }

    private void Tell(string topic, StreamPosition position, RespValue fields)
    {
        var json = fields.Items[1].Bytes;
        if (fields.Items[0].Text == EndField)
        {
            EndWhere(topic, stream => stream.End(position));
        }
        else
        {
            EndWhere(topic, stream => !stream.Tell(position, json));
        }
    }

    private void TellMissed(string topic, StreamPosition before) => EndWhere(topic, stream => stream.Miss(before));

    private void Leave(RedisStream stream) => EndWhere(stream.Topic, other => other == stream);

    private void EndWhere(string topic, Predicate<RedisStream> hasEnded)
    {
        lock (_gate)
        {
            if (_streams.TryGetValue(topic, out var streams) && streams.RemoveAll(hasEnded) > 0 && streams.Count == 0)
            {
                _streams.Remove(topic);
                _follower.Leave(topic);
            }
        }
    }
}
