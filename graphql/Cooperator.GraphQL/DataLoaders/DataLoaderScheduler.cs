namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Knows which loaders of one operation have keys to load. The executor dispatches them when no resolver can run.</summary>
internal sealed class DataLoaderScheduler(CancellationToken cancellationToken)
{
    private readonly Lock _gate = new();
    private readonly List<DataLoader> _waiting = [];
    private TaskCompletionSource? _requested;
    private int _requests;

    /// <summary>How often somebody began to wait for a loader: when it grew while a resolver ran, the resolver waits for a loader.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Completes when there are other than the seen number of requests.</summary>
    public Task RequestedAsync(int seenRequests)
    {
        lock (_gate)
        {
            if (_requests != seenRequests)
            {
                return Task.CompletedTask;
            }

            // The executor must not run inside the resolver that asks.
            _requested ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _requested.Task;
        }
    }

    public void Request(DataLoader loader)
    {
        TaskCompletionSource? requested;
        lock (_gate)
        {
            if (!_waiting.Contains(loader))
            {
                _waiting.Add(loader);
            }

            _requests++;
            requested = _requested;
            _requested = null;
        }

        requested?.TrySetResult();
    }

    /// <summary>Takes the loader that waits longest.</summary>
    public DataLoader? TakeNext()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                return null;
            }

            var loader = _waiting[0];
            _waiting.RemoveAt(0);
            return loader;
        }
    }

    /// <summary>Loads whatever work outside the executor asks for, until it is done.</summary>
    public async Task RunUntilAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            var requested = RequestedAsync(Requests);
            if (TakeNext() is not { } loader)
            {
                await Task.WhenAny(work, requested).ConfigureAwait(false);
                continue;
            }

            foreach (var batch in loader.TakeBatches())
            {
                var loading = batch.LoadAsync(cancellationToken);
                await RunUntilAsync(loading).ConfigureAwait(false);
                batch.Complete();
            }
        }
    }

    /// <summary>Lets everyone who waits for a loader that was not begun go on and clean up: it will not load.</summary>
    public void Abandon(Exception reason)
    {
        while (TakeNext() is { } loader)
        {
            foreach (var batch in loader.TakeBatches())
            {
                batch.Fail(reason);
            }
        }
    }

    /// <summary>Lets a caller with a token of its own stop waiting; the batch itself ends with the operation's token.</summary>
    public Task<T> Cancelable<T>(Task<T> task, CancellationToken callersToken) =>
        callersToken.CanBeCanceled && callersToken != cancellationToken ? task.WaitAsync(callersToken) : task;
}
