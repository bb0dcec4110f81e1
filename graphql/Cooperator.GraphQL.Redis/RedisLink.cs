using Cooperator.GraphQL.Redis.Resp;

namespace Cooperator.GraphQL.Redis;

/// <summary>The connection for short commands: opened when first needed, and again after it was lost.</summary>
internal sealed class RedisLink(RedisOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _connecting = new(1);
    private RedisConnection? _connection;

    /// <inheritdoc cref="RedisConnection.SendAsync"/>
    public async Task<RespValue> SendAsync(CancellationToken cancellationToken, params RespArgument[] command)
    {
        var connection = await ConnectedAsync(cancellationToken).ConfigureAwait(false);
        return await connection.SendAsync(cancellationToken, command).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
        }

        _connecting.Dispose();
    }

    private async ValueTask<RedisConnection> ConnectedAsync(CancellationToken cancellationToken)
    {
        if (_connection is { IsLost: false } open)
        {
            return open;
        }

        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connection is { IsLost: false } openedMeanwhile)
            {
                return openedMeanwhile;
            }

            if (_connection is not null)
            {
                await _connection.DisposeAsync().ConfigureAwait(false);
                _connection = null;
            }

            return _connection = await RedisConnection.ConnectAsync(options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _connecting.Release();
        }
    }
}
