using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.GraphQL.Tests.Transport.Support;

/// <summary>What the transport tests see and steer inside the server.</summary>
public sealed class Probe
{
    private readonly ConcurrentDictionary<TickStream, byte> _streams = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _increments;
    private int _opened;

    /// <summary>How many subscriptions are open at their source.</summary>
    public int OpenStreams => _streams.Count;

    /// <summary>How many subscriptions were ever opened at their source.</summary>
    public int OpenedStreams => _opened;

    /// <summary>How often the mutation ran.</summary>
    public int Increments => _increments;

    /// <summary>Completes when a query has begun to wait for the gate.</summary>
    public Task Waiting => _waiting.Task;

    /// <summary>Completes when a query that waited for the gate was cancelled.</summary>
    public Task Cancelled => _cancelled.Task;

    public int Increment() => Interlocked.Increment(ref _increments);

    public void OpenGate() => _gate.TrySetResult();

    public async Task WaitForGateAsync(CancellationToken ct)
    {
        _waiting.TrySetResult();
        try
        {
            await _gate.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
    }

    public ISourceStream<string> OpenStream()
    {
        var stream = new TickStream(s => _streams.TryRemove(s, out _));
        _streams.TryAdd(stream, 0);
        Interlocked.Increment(ref _opened);
        return stream;
    }

    /// <summary>Sends a message to every open stream.</summary>
    public void Tick(string message)
    {
        foreach (var stream in _streams.Keys)
        {
            stream.Send(message);
        }
    }

    /// <summary>Ends every open stream from its source.</summary>
    public void EndStreams()
    {
        foreach (var stream in _streams.Keys)
        {
            stream.End();
        }
    }

    /// <summary>Returns when so many streams are open.</summary>
    public Task StreamsAsync(int count) =>
        Eventually.TrueAsync(() => OpenStreams == count, () => $"{OpenStreams} streams are open, not {count}.");

    private sealed class TickStream(Action<TickStream> closed) : ISourceStream<string>
    {
        private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();

        public void Send(string message) => _messages.Writer.TryWrite(message);

        public void End() => _messages.Writer.TryComplete();

        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            _messages.Reader.ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

        public async IAsyncEnumerable<object?> ReadEventsAsync(
            [EnumeratorCancellation] CancellationToken cancellationToken = default
        )
        {
            await foreach (var message in _messages.Reader.ReadAllAsync(cancellationToken))
            {
                yield return message;
            }
        }

        public ValueTask DisposeAsync()
        {
            End();
            closed(this);
            return ValueTask.CompletedTask;
        }
    }
}
