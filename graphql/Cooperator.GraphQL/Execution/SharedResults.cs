using System.Buffers;
using System.Collections.Concurrent;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// The results of one event that are the same for everybody who is told of it (see <see cref="SameForAllAttribute"/>): whoever comes first executes the
/// operation, the others wait for the result and send it too. A result with errors is nobody else's.
/// </summary>
internal sealed class SharedResults
{
    private readonly ConcurrentDictionary<CompiledOperation, Shared> _byOperation = [];

    /// <summary>Gives the result of an operation without variables; <paramref name="execute"/> is called when nobody has it yet.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<OperationResult> GetAsync(
        CompiledOperation operation,
        Func<ValueTask<OperationResult>> execute,
        CancellationToken cancellationToken
    )
    {
        var shared = _byOperation.GetOrAdd(operation, static _ => new Shared());
        if (shared.Json is { } known)
        {
            return OperationResult.Ready(known);
        }

        // Whoever was executing may have left in the middle: then it is the turn of the next.
        await shared.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (shared.Json is { } ready)
            {
                return OperationResult.Ready(ready);
            }

            if (!shared.HasFailed)
            {
                var result = await execute().ConfigureAwait(false);
                shared.Keep(result);
                return result;
            }
        }
        finally
        {
            shared.Turn.Release();
        }

        // Beside the others: what failed for the first may take each as long to fail.
        return await execute().ConfigureAwait(false);
    }

    private sealed class Shared
    {
        private byte[]? _json;

        public SemaphoreSlim Turn { get; } = new(1);

        public byte[]? Json => Volatile.Read(ref _json);

        /// <summary>Looked at in turn.</summary>
        public bool HasFailed { get; private set; }

        public void Keep(OperationResult result)
        {
            HasFailed = result is not { IsDataNull: false, Errors.Count: 0 };
            if (!HasFailed)
            {
                var json = new ArrayBufferWriter<byte>();
                result.WriteTo(json);
                Volatile.Write(ref _json, json.WrittenSpan.ToArray());
            }
        }
    }
}
