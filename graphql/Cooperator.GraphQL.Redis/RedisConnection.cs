using System.Diagnostics;
using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using Cooperator.GraphQL.Redis.Resp;

namespace Cooperator.GraphQL.Redis;

/// <summary>
/// One connection, signed in and speaking RESP3. Commands of several callers are sent one behind another without waiting for the replies, which come in
/// the same order. A server that owes a reply and says nothing for too long is given up. It does not mend itself: once lost, every command fails.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private const int SegmentSize = 64 * 1024;

    private readonly Stream _stream;
    private readonly PipeWriter _output;
    private readonly PipeReader _input;
    private readonly TimeSpan _patience;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource<RespValue>> _waiting = new();
    private readonly Task _reading;
    private volatile RedisConnectionException? _lost;
    private long _heardAt;

    private RedisConnection(Stream stream, TimeSpan patience)
    {
        _stream = stream;
        _patience = patience;
        _output = PipeWriter.Create(stream);
        _input = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: SegmentSize));
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
            var connection = new RedisConnection(stream, options.Timeout);
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
    /// <exception cref="RedisConnectionException">The connection is lost, or given up; the command may have been carried out.</exception>
    /// <exception cref="RedisException">The server refuses the command.</exception>
    public async Task<RespValue> SendAsync(CancellationToken cancellationToken, params RespArgument[] command)
    {
        var reply = new TaskCompletionSource<RespValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Expect(reply);
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

        var value = await reply.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return value.Kind == RespKind.Error ? throw new RedisException(value.Text) : value;
    }

    public async ValueTask DisposeAsync()
    {
        Lose(new ObjectDisposedException(nameof(RedisConnection)));
        await _stream.DisposeAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
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
        var reader = new RespReader();
        try
        {
            while (true)
            {
                var result = await _input.ReadAsync().ConfigureAwait(false);
                var buffer = result.Buffer;
                Volatile.Write(ref _heardAt, Stopwatch.GetTimestamp());
                while (reader.TryRead(ref buffer, out var value))
                {
                    // What the server says unasked (of keys, of other clients) is nothing anybody here waits for.
                    if (value.Kind != RespKind.Push)
                    {
                        Answer(value);
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

    private void Expect(TaskCompletionSource<RespValue> reply)
    {
        lock (_gate)
        {
            if (_lost is { } lost)
            {
                throw lost;
            }

            _waiting.Enqueue(reply);
        }

        _ = WatchAsync(reply.Task);
    }

    // Goes on also when the caller has gone, or callers in a hurry would keep a dead connection for ever. What comes in is no silence, so a long reply
    // may take its time.
    private async Task WatchAsync(Task reply)
    {
        var since = Stopwatch.GetTimestamp();
        for (var left = _patience; left > TimeSpan.Zero; )
        {
            await ((Task)reply.WaitAsync(left)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (reply.IsCompleted)
            {
                return;
            }

            left = _patience - Stopwatch.GetElapsedTime(Math.Max(since, Volatile.Read(ref _heardAt)));
        }

        Lose(new RedisConnectionException("Redis does not answer."));
    }

    private void Answer(RespValue value)
    {
        TaskCompletionSource<RespValue>? reply;
        lock (_gate)
        {
            _waiting.TryDequeue(out reply);
        }

        reply?.TrySetResult(value);
    }

    private void Lose(Exception reason)
    {
        TaskCompletionSource<RespValue>[] waiting;
        lock (_gate)
        {
            // The queue takes nobody any more, so a reply that is late finds nobody whose it is not.
            _lost ??=
                reason as RedisConnectionException
                ?? new RedisConnectionException($"The connection to Redis is lost: {reason.Message}", reason);
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var reply in waiting)
        {
            reply.TrySetException(_lost);
        }

        // Ends a write the server does not take, and the reading.
        _stream.Dispose();
    }
}
