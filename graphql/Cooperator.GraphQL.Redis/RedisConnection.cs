using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using Cooperator.GraphQL.Redis.Resp;

namespace Cooperator.GraphQL.Redis;

/// <summary>
/// One connection, signed in and speaking RESP3. Commands of several callers are sent one behind another without waiting for the replies, which come in
/// the same order. It does not mend itself: once lost, every command fails.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly PipeWriter _output;
    private readonly PipeReader _input;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentQueue<TaskCompletionSource<RespValue>> _waiting = new();
    private readonly Task _reading;
    private volatile RedisConnectionException? _lost;

    private RedisConnection(Stream stream)
    {
        _stream = stream;
        _output = PipeWriter.Create(stream);
        _input = PipeReader.Create(stream);
        _reading = ReadAsync();
    }

    /// <summary>Whether commands can no longer be sent.</summary>
    public bool IsLost => _lost is not null;

    /// <exception cref="RedisConnectionException">The server cannot be reached in time.</exception>
    /// <exception cref="RedisException">It does not let us in.</exception>
    public static async Task<RedisConnection> ConnectAsync(RedisOptions options, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Timeout);
        Stream? stream = null;
        try
        {
            stream = await OpenAsync(options, deadline.Token).ConfigureAwait(false);
            var connection = new RedisConnection(stream);
            RespArgument[] hello = options.Password is null
                ? ["HELLO", "3"]
                : ["HELLO", "3", "AUTH", options.User ?? "default", options.Password];
            await connection.SendAsync(deadline.Token, hello).ConfigureAwait(false);
            return connection;
        }
        catch (Exception failure)
        {
            if (stream is not null)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw failure is RedisException
                ? failure
                : new RedisConnectionException(
                    $"Redis at {options.Host}:{options.Port} cannot be reached: {failure.Message}",
                    failure
                );
        }
    }

    /// <summary>Sends a command and gives its reply. A caller that stops waiting leaves the command under way.</summary>
    /// <exception cref="RedisConnectionException">The connection is lost; the command may have been carried out.</exception>
    /// <exception cref="RedisException">The server refuses the command.</exception>
    public async Task<RespValue> SendAsync(CancellationToken cancellationToken, params RespArgument[] command)
    {
        var reply = new TaskCompletionSource<RespValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_lost is { } lost)
            {
                throw lost;
            }

            _waiting.Enqueue(reply);
            RespCommand.Write(_output, command);
            // Half a command would spoil everything behind it, so a caller cannot cancel it here.
            await _output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
        {
            Lose(failure);
        }
        finally
        {
            _writing.Release();
        }

        if (_lost is { } gone)
        {
            // Whoever comes behind the reader's last look at the queue is told here.
            reply.TrySetException(gone);
        }

        var value = await reply.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return value.Kind == RespKind.Error ? throw new RedisException(value.Text) : value;
    }

    public async ValueTask DisposeAsync()
    {
        Lose(new ObjectDisposedException(nameof(RedisConnection)));
        await _stream.DisposeAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        _writing.Dispose();
    }

    private static async Task<Stream> OpenAsync(RedisOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        Stream stream = new NetworkStream(socket, ownsSocket: true);
        if (!options.UseTls)
        {
            return stream;
        }

        var tls = new SslStream(stream);
        try
        {
            var settings = new SslClientAuthenticationOptions { TargetHost = options.Host };
            options.ConfigureTls?.Invoke(settings);
            await tls.AuthenticateAsClientAsync(settings, cancellationToken).ConfigureAwait(false);
            return tls;
        }
        catch
        {
            await tls.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                var result = await _input.ReadAsync().ConfigureAwait(false);
                var buffer = result.Buffer;
                while (RespReader.TryRead(ref buffer, out var value))
                {
                    // What the server says unasked (of keys, of other clients) is nothing anybody here waits for.
                    if (value.Kind != RespKind.Push && _waiting.TryDequeue(out var reply))
                    {
                        reply.TrySetResult(value);
                    }
                }

                _input.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    throw new EndOfStreamException("The server closed the connection.");
                }
            }
        }
        catch (Exception failure)
        {
            // Whatever it was, there are no more replies: those who wait are told.
            Lose(failure);
        }
    }

    private void Lose(Exception reason)
    {
        _lost ??=
            reason as RedisConnectionException
            ?? new RedisConnectionException($"The connection to Redis is lost: {reason.Message}", reason);
        while (_waiting.TryDequeue(out var reply))
        {
            reply.TrySetException(_lost);
        }
    }
}
