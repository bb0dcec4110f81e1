namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Keys that are loaded together.</summary>
internal abstract class LoaderBatch
{
    /// <summary>Loads the values; never throws, <see cref="Complete"/> tells each waiter instead.</summary>
    public abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Continues everyone who waits for a key, one after another, before it returns.</summary>
    public abstract void Complete();
}

/// <inheritdoc/>
internal sealed class LoaderBatch<TKey, TResult>(
    List<TKey> keys,
    List<TaskCompletionSource<TResult>> waiters,
    Func<IReadOnlyList<TKey>, CancellationToken, Task<TResult[]>> load
) : LoaderBatch
{
    private TResult[] _values = [];
    private Exception? _exception;

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            _values = await load(keys, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Each waiter rethrows it at its own field.
            _exception = exception;
        }
    }

    public override void Complete()
    {
        for (var index = 0; index < waiters.Count; index++)
        {
            if (_exception is null)
            {
                waiters[index].SetResult(_values[index]);
            }
            else
            {
                waiters[index].SetException(_exception);
            }
        }
    }
}
