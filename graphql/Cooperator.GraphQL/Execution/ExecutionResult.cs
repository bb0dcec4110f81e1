namespace Cooperator.GraphQL.Execution;

/// <summary>What came of a request: one result, or the stream of results of a subscription. Dispose it when it has been sent.</summary>
public abstract class ExecutionResult : IAsyncDisposable
{
    private protected ExecutionResult() { }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
