namespace Cooperator.GraphQL.DataLoaders;

/// <summary>A key's value, or those who wait for it.</summary>
internal sealed class LoaderEntry<TResult>
{
    // A task for each waiter: of several who await one task, the runtime continues only the first inline, and the others
    // on other threads, whenever it likes. Inline means that one thread at a time works for an operation, in a fixed order.
    private List<TaskCompletionSource<TResult>>? _waiters = [];
    private Task<TResult>? _loaded;

    public static LoaderEntry<TResult> Of(TResult value) => new() { _waiters = null, _loaded = Task.FromResult(value) };

    public Task<TResult> WaitAsync()
    {
        if (_loaded is not null)
        {
            return _loaded;
        }

        var waiter = new TaskCompletionSource<TResult>();
        _waiters!.Add(waiter);
        return waiter.Task;
    }

    /// <summary>Takes what was loaded; gives those who wait for it.</summary>
    public IReadOnlyList<TaskCompletionSource<TResult>> Settle(Task<TResult> loaded)
    {
        var waiters = _waiters!;
        _waiters = null;
        _loaded = loaded;
        return waiters;
    }
}
