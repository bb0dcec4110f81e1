namespace Cooperator.GraphQL.DataLoaders;

/// <summary>The values a loader has loaded, is loading, or will load with the next batch.</summary>
internal sealed class LoaderCache<TKey, TResult>(DataLoader loader)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LoaderEntry<TResult>> _entries = [];
    private List<TKey> _wantedKeys = [];
    private List<LoaderEntry<TResult>> _wantedEntries = [];

    public Task<TResult> LoadAsync(TKey key, CancellationToken cancellationToken)
    {
        var scheduler = loader.Scheduler;
        Task<TResult> task;
        lock (_gate)
        {
            task = WantAsync(key);
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
                tasks[index++] = WantAsync(key);
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
                _entries.Add(key, LoaderEntry<TResult>.Of(value));
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
        List<LoaderEntry<TResult>> entries;
        lock (_gate)
        {
            (keys, entries) = (_wantedKeys, _wantedEntries);
            (_wantedKeys, _wantedEntries) = ([], []);
        }

        var batches = new List<LoaderBatch>(1);
        for (var start = 0; start < keys.Count; start += batchSize)
        {
            var count = Math.Min(batchSize, keys.Count - start);
            batches.Add(
                new LoaderBatch<TKey, TResult>(_gate, keys.GetRange(start, count), entries.GetRange(start, count), load)
            );
        }

        return batches;
    }

    private Task<TResult> WantAsync(TKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            entry = new LoaderEntry<TResult>();
            _entries.Add(key, entry);
            _wantedKeys.Add(key);
            _wantedEntries.Add(entry);
        }

        return entry.WaitAsync();
    }
}
