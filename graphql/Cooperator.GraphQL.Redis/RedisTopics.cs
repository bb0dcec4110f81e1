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
    private readonly InMemoryTopics _here = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _streams = new(StringComparer.Ordinal);

    /// <param name="options">Where the server is.</param>
    /// <param name="json">How events become JSON; the web's defaults when absent.</param>
    /// <param name="logger">Told when the server cannot be reached.</param>
    public RedisTopics(RedisOptions options, JsonSerializerOptions? json = null, ILogger<RedisTopics>? logger = null)
    {
        _options = options;
        _json = json ?? JsonSerializerOptions.Web;
        _link = new RedisLink(options);
        _follower = new TopicFollower(
            options,
            TellAsync,
            topic => _here.SendAsync(topic, TopicEntry.Missed),
            logger ?? NullLogger<RedisTopics>.Instance
        );
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
        var events = await _here.SubscribeAsync<TopicEntry>(topic, cancellationToken).ConfigureAwait(false);
        var stream = new RedisStream<T>(topic, events, _json, Leave);
        lock (_gate)
        {
            _streams[topic] = _streams.GetValueOrDefault(topic) + 1;
        }

        try
        {
            var newest = await NewestAsync(topic, cancellationToken).ConfigureAwait(false);
            if (_follower.Follow(topic, newest))
            {
                await _link
                    .SendAsync(cancellationToken, "XADD", _follower.Bell, "MAXLEN", 1, "*", EventField, "")
                    .ConfigureAwait(false);
                await _link.SendAsync(cancellationToken, "PEXPIRE", _follower.Bell, KeptFor).ConfigureAwait(false);
            }

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
        await _follower.DisposeAsync().ConfigureAwait(false);
        await _link.DisposeAsync().ConfigureAwait(false);
        string[] topics;
        lock (_gate)
        {
            topics = [.. _streams.Keys];
        }

        foreach (var topic in topics)
        {
            await _here.CompleteAsync(topic).ConfigureAwait(false);
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

    private ValueTask TellAsync(string topic, RespValue fields) =>
        fields.Items[0].Text == EndField
            ? _here.CompleteAsync(topic)
            : _here.SendAsync(topic, new TopicEntry(fields.Items[1].Bytes));

    private void Leave(string topic)
    {
        lock (_gate)
        {
            if (--_streams[topic] == 0)
            {
                _streams.Remove(topic);
                _follower.Leave(topic);
            }
        }
    }
}
