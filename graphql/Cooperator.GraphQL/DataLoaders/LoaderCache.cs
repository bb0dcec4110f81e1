namespace Cooperator.GraphQL.DataLoaders;

/// <summary>The values a loader has loaded, is loading, or will load with the next batch.</summary>
internal sealed class LoaderCache<TKey, TResult>(DataLoader loader)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TaskCompletionSource<TResult>> _entries = [];
    private LoaderBatch<TKey, TResult> _next = new();

    public Task<TResult> LoadAsync(TKey key, CancellationToken cancellationToken)
    {
        var scheduler = loader.Scheduler;
        Task<TResult> task;
        lock (_gate)
        {
            task = Want(key);
        }

        if (task.IsCompleted)
        {
            return task;
        }

        scheduler.Request(loader);
        return scheduler.Cancelable(task, cancellationToken);
    }

    public async Task<IReadOnlyList<TResult>> LoadAsync(
        IReadOnlyCollection<TKey> keys,
        CancellationToken cancellationToken
    )
    {
        var scheduler = loader.Scheduler;
        var tasks = new Task<TResult>[keys.Count];
        lock (_gate)
        {
            var index = 0;
            foreach (var key in keys)
            {
                tasks[index++] = Want(key);
            }
        }

        var all = Task.WhenAll(tasks);
        if (!all.IsCompleted)
        {
            scheduler.Request(loader);
        }

        return await scheduler.Cancelable(all, cancellationToken).ConfigureAwait(false);
    }

    public void Set(TKey key, TResult value)
    {
        lock (_gate)
        {
            if (!_entries.ContainsKey(key))
            {
                var entry = new TaskCompletionSource<TResult>();
                entry.SetResult(value);
                _entries.Add(key, entry);
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <summary>Loads what is wanted now; what resumed waiters ask for next belongs to a later dispatch.</summary>
    public async Task DispatchAsync(int batchSize, Func<LoaderBatch<TKey, TResult>, CancellationToken, Task> load)
    {
        LoaderBatch<TKey, TResult> wanted;
        lock (_gate)
        {
            wanted = _next;
            if (wanted.Keys.Count == 0)
            {
                return;
            }

            _next = new LoaderBatch<TKey, TResult>();
        }

        foreach (var batch in wanted.Split(batchSize))
        {
            try
            {
                await load(batch, loader.Scheduler.CancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // Each waiter rethrows it at its own field.
                batch.Fail(exception);
            }
        }
    }

    private Task<TResult> Want(TKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            // Waiters continue inline, so that one thread at a time works for an operation.
            entry = new TaskCompletionSource<TResult>();
            _entries.Add(key, entry);
            _next.Add(key, entry);
        }

        return entry.Task;
    }
}
