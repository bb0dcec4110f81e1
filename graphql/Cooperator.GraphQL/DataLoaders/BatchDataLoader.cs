namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Loads one value for each key, many keys at once. Constructors take services of the request.</summary>
public abstract class BatchDataLoader<TKey, TValue> : DataLoader
    where TKey : notnull
{
    private readonly LoaderCache<TKey, TValue?> _cache;

    /// <summary>Starts with an empty cache.</summary>
    protected BatchDataLoader() => _cache = new LoaderCache<TKey, TValue?>(this);

    /// <summary>Gives the value of a key; null (or the default of a value type) when there is none.</summary>
    /// <exception cref="Exception">What the batch threw.</exception>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default) =>
        _cache.LoadAsync(key, cancellationToken);

    /// <summary>Gives the values of several keys in the keys' order.</summary>
    /// <exception cref="Exception">What the batch threw.</exception>
    public Task<IReadOnlyList<TValue?>> LoadAsync(
        IReadOnlyCollection<TKey> keys,
        CancellationToken cancellationToken = default
    ) => _cache.LoadAsync(keys, cancellationToken);

    /// <summary>Puts a value that is already known into the cache, unless the key was asked for before.</summary>
    public void Set(TKey key, TValue? value) => _cache.Set(key, value);

    /// <summary>Loads the values of distinct keys; keys without a value are left out.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken
    );

    internal sealed override IReadOnlyList<LoaderBatch> TakeBatches() => _cache.TakeBatches(BatchSize, LoadValuesAsync);

    internal sealed override void Clear() => _cache.Clear();

    private async Task<TValue?[]> LoadValuesAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var found = await LoadBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        var values = new TValue?[keys.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = found.TryGetValue(keys[index], out var value) ? value : default;
        }

        return values;
    }
}
