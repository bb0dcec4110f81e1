using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// The results of a running operation on their way to a transport. They may be far ahead of a slow client, so that it does not keep a transaction
/// open; but not without end, for a stream may have none: then execution waits for the client.
/// </summary>
internal sealed class IncrementalOutput : IAsyncDisposable
{
    private const int MostBytesAhead = 4 * 1024 * 1024;

    private readonly Channel<OperationResult> _results = Channel.CreateUnbounded<OperationResult>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
    );
    private readonly SemaphoreSlim _taken = new(0, 1);
    private long _bytesAhead;
    private readonly CancellationTokenSource _stopped;

    public IncrementalOutput(CancellationToken clientToken) =>
        _stopped = CancellationTokenSource.CreateLinkedTokenSource(clientToken);

    /// <summary>Cancelled when nobody wants the results any more.</summary>
    public CancellationToken Token => _stopped.Token;

    /// <summary>What the next result says; null before the first one.</summary>
    public PayloadWriter? Payload { get; set; }

    /// <summary>Sends a result, unless too much is on its way already: then waits until the client has taken some.</summary>
    public async ValueTask SendAsync(OperationResult result, CancellationToken cancellationToken)
    {
        while (Interlocked.Read(ref _bytesAhead) > MostBytesAhead)
        {
            await _taken.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        Interlocked.Add(ref _bytesAhead, result.IncrementLength);
        _results.Writer.TryWrite(result);
    }

    /// <summary>Gives the results in order, until the last but one.</summary>
    public async IAsyncEnumerable<OperationResult> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var result in _results.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var length = result.IncrementLength;
            yield return result;
            Interlocked.Add(ref _bytesAhead, -length);
            if (_taken.CurrentCount == 0)
            {
                _taken.Release();
            }
        }
    }

    /// <summary>Waits for the first result; false when the operation has ended without one.</summary>
    public ValueTask<bool> HasFirstAsync() => _results.Reader.WaitToReadAsync(CancellationToken.None);

    /// <summary>No more results but the last one, which the operation itself gives.</summary>
    public void Complete() => _results.Writer.TryComplete();

    public Task StopAsync() => _stopped.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        while (_results.Reader.TryRead(out var result))
        {
            await result.DisposeAsync().ConfigureAwait(false);
        }

        _stopped.Dispose();
        _taken.Dispose();
        Payload?.Dispose();
    }
}
