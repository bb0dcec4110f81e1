namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Collects the keys resolvers ask for and loads them together; one instance and one cache for each operation. See <see cref="BatchDataLoader{TKey, TValue}"/> and <see cref="GroupedDataLoader{TKey, TValue}"/>.</summary>
public abstract class DataLoader
{
    private DataLoaderSet? _set;

    private protected DataLoader() { }

    /// <summary>The most keys of one batch; more are loaded by several batches, one after another. 1,000 by default.</summary>
    protected virtual int MaxBatchSize => 1000;

    internal DataLoaderScheduler Scheduler => Set.Scheduler;

    private DataLoaderSet Set =>
        _set
        ?? throw new InvalidOperationException(
            $"{GetType().Name} works inside an operation only: ask for it as a resolver's parameter, or by ResolverContext.DataLoader<T>()."
        );

    /// <summary>Another loader of the same operation, for a batch that needs what it loads.</summary>
    protected T Loader<T>()
        where T : DataLoader => Set.Get<T>();

    /// <exception cref="InvalidOperationException">The loader cannot cut its keys into batches: who asks for it is told, before anybody waits.</exception>
    internal void Attach(DataLoaderSet set)
    {
        _ = BatchSize;
        _set = set;
    }

    /// <summary>Takes the keys asked for so far, cut into batches.</summary>
    internal abstract IReadOnlyList<LoaderBatch> TakeBatches();

    /// <summary>Forgets every loaded value.</summary>
    internal abstract void Clear();

    private protected int BatchSize =>
        MaxBatchSize > 0
            ? MaxBatchSize
            : throw new InvalidOperationException($"{GetType().Name}.MaxBatchSize must be positive.");
}
