namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Collects the keys resolvers ask for and loads them together; one instance and one cache for each operation. See <see cref="BatchDataLoader{TKey, TValue}"/> and <see cref="GroupedDataLoader{TKey, TValue}"/>.</summary>
public abstract class DataLoader
{
    private DataLoaderScheduler? _scheduler;

    private protected DataLoader() { }

    /// <summary>The most keys of one batch; more are loaded by several batches, one after another. 1,000 by default.</summary>
    protected virtual int MaxBatchSize => 1000;

    internal DataLoaderScheduler Scheduler =>
        _scheduler
        ?? throw new InvalidOperationException(
            $"{GetType().Name} works inside an operation only: ask for it as a resolver's parameter, or by ResolverContext.DataLoader<T>()."
        );

    internal void Attach(DataLoaderScheduler scheduler) => _scheduler = scheduler;

    /// <summary>Takes the keys asked for so far, cut into batches.</summary>
    internal abstract IReadOnlyList<LoaderBatch> TakeBatches();

    /// <summary>Forgets every loaded value.</summary>
    internal abstract void Clear();

    private protected int BatchSize =>
        MaxBatchSize > 0
            ? MaxBatchSize
            : throw new InvalidOperationException($"{GetType().Name}.MaxBatchSize must be positive.");
}
