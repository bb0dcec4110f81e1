namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Loads any number of values for each key, many keys at once. Constructors take services of the request.</summary>
public abstract class GroupedDataLoader<TKey, TValue> : DataLoader
    where TKey : notnull
{
    private readonly LoaderCache<TKey, TValue[]> _cache;

    /// <summary>Starts with an empty cache.</summary>
    protected GroupedDataLoader() => _cache = new LoaderCache<TKey, TValue[]>(this);

    /// <summary>Gives the values of a key in the batch's order; empty when there are none.</summary>
    /// <exception cref="Exception">What the batch threw.</exception>
    public Task<TValue[]> LoadAsync(TKey key, CancellationToken cancellationToken = default) =>
        _cache.LoadAsync(key, cancellationToken);

    /// <summary>Gives the values of several keys in the keys' order.</summary>
    /// <exception cref="Exception">What the batch threw.</exception>
    public Task<IReadOnlyList<TValue[]>> LoadAsync(
        IReadOnlyCollection<TKey> keys,
        CancellationToken cancellationToken = default
    ) => _cache.LoadAsync(keys, cancellationToken);

    /// <summary>Puts values that are already known into the cache, unless the key was asked for before.</summary>
    public void Set(TKey key, TValue[] values) => _cache.Set(key, values);

    /// <summary>Loads the values of distinct keys; keys without values are left out.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken
    );

    internal sealed override IReadOnlyList<LoaderBatch> TakeBatches() => _cache.TakeBatches(BatchSize, LoadGroupsAsync);

    internal sealed override void Clear() => _cache.Clear();

    private async Task<TValue[][]> LoadGroupsAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var found = await LoadGroupedBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        var groups = new TValue[keys.Count][];
        for (var index = 0; index < groups.Length; index++)
        {
            groups[index] = [.. found[keys[index]]];
        }

        return groups;
    }
}
