namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Keys that are loaded together.</summary>
internal abstract class LoaderBatch
{
    /// <summary>Loads the values; never throws, <see cref="Complete"/> tells each waiter instead.</summary>
    public abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Continues everyone who waits for a key, one after another, before it returns.</summary>
    public abstract void Complete();

    /// <summary>Continues everyone who waits with an exception, without loading.</summary>
    public abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class LoaderBatch<TKey, TResult>(
    Lock gate,
    List<TKey> keys,
    List<LoaderEntry<TResult>> entries,
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
        for (var index = 0; index < entries.Count; index++)
        {
            if (_exception is null)
            {
                Complete(entries[index], _values[index]);
            }
            else
            {
                Fail(entries[index], _exception);
            }
        }
    }

    public override void Fail(Exception exception)
    {
        _exception = exception;
        Complete();
    }

    private void Complete(LoaderEntry<TResult> entry, TResult value)
    {
        foreach (var waiter in Settle(entry, Task.FromResult(value)))
        {
            waiter.SetResult(value);
        }
    }

    private void Fail(LoaderEntry<TResult> entry, Exception exception)
    {
        foreach (var waiter in Settle(entry, Task.FromException<TResult>(exception)))
        {
            waiter.SetException(exception);
        }
    }

    private IReadOnlyList<TaskCompletionSource<TResult>> Settle(LoaderEntry<TResult> entry, Task<TResult> loaded)
    {
        lock (gate)
        {
            return entry.Settle(loaded);
        }
    }
}
