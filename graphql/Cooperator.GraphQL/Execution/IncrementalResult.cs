using System.Runtime.CompilerServices;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// The response to an operation with <c>@defer</c> or <c>@stream</c>: a first result and further ones that complete it, see "Incremental Delivery" in the
/// specification's draft. Disposing it stops the operation.
/// </summary>
public sealed class IncrementalResult : ExecutionResult
{
    private readonly IncrementalOutput _output;
    private readonly Task<OperationResult> _running;

    internal IncrementalResult(IncrementalOutput output, Task<OperationResult> running) =>
        (_output, _running) = (output, running);

    /// <summary>Gives the results in their order; the last one says <c>"hasNext": false</c>. Read it once; dispose each result when it has been sent.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/>, or the token of the request, was cancelled.</exception>
    public async IAsyncEnumerable<OperationResult> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var result in _output.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return result;
        }

        yield return await _running.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _output.StopAsync().ConfigureAwait(false);
        await ((Task)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _output.DisposeAsync().ConfigureAwait(false);
    }
}
