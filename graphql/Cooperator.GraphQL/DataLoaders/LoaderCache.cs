namespace Cooperator.GraphQL.DataLoaders;

/// <summary>The values a loader has loaded, is loading, or will load with the next batch.</summary>
internal sealed class LoaderCache<TKey, TResult>(DataLoader loader)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TaskCompletionSource<TResult>> _entries = [];
    private List<TKey> _keys = [];
    private List<TaskCompletionSource<TResult>> _waiters = [];

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

    /// <summary>Takes what is wanted now; what resumed waiters ask for next belongs to later batches.</summary>
    public IReadOnlyList<LoaderBatch> TakeBatches(
        int batchSize,
        Func<IReadOnlyList<TKey>, CancellationToken, Task<TResult[]>> load
    )
    {
        List<TKey> keys;
        List<TaskCompletionSource<TResult>> waiters;
        lock (_gate)
        {
            (keys, waiters) = (_keys, _waiters);
            (_keys, _waiters) = ([], []);
        }

        var batches = new List<LoaderBatch>(1);
        for (var start = 0; start < keys.Count; start += batchSize)
        {
            var count = Math.Min(batchSize, keys.Count - start);
            batches.Add(
                new LoaderBatch<TKey, TResult>(keys.GetRange(start, count), waiters.GetRange(start, count), load)
            );
        }

        return batches;
    }

    private Task<TResult> Want(TKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            // Waiters continue inline, so that one thread at a time works for an operation.
            entry = new TaskCompletionSource<TResult>();
            _entries.Add(key, entry);
            _keys.Add(key);
            _waiters.Add(entry);
        }

        return entry.Task;
    }
}
