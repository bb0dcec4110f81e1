namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Distinct keys that are loaded together, and those who wait for each.</summary>
internal sealed class LoaderBatch<TKey, TResult>
    where TKey : notnull
{
    private readonly List<TKey> _keys = [];
    private readonly List<TaskCompletionSource<TResult>> _waiters = [];

    public IReadOnlyList<TKey> Keys => _keys;

    public void Add(TKey key, TaskCompletionSource<TResult> waiter)
    {
        _keys.Add(key);
        _waiters.Add(waiter);
    }

    public void Complete(int index, TResult value) => _waiters[index].TrySetResult(value);

    public void Fail(Exception exception)
    {
        foreach (var waiter in _waiters)
        {
            waiter.TrySetException(exception);
        }
    }

    /// <summary>Cuts the batch into batches of at most that many keys.</summary>
    public IEnumerable<LoaderBatch<TKey, TResult>> Split(int size)
    {
        if (_keys.Count <= size)
        {
            yield return this;
            yield break;
        }

        for (var start = 0; start < _keys.Count; start += size)
        {
            var part = new LoaderBatch<TKey, TResult>();
            for (var index = start; index < Math.Min(start + size, _keys.Count); index++)
            {
                part.Add(_keys[index], _waiters[index]);
            }

            yield return part;
        }
    }
}
