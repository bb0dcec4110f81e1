namespace Cooperator.GraphQL.DataLoaders;

/// <summary>Knows which loaders of one operation have keys to load. The executor dispatches them when no resolver can run.</summary>
internal sealed class DataLoaderScheduler(CancellationToken cancellationToken)
{
    private readonly Lock _gate = new();
    private readonly List<DataLoader> _waiting = [];
    private int _requests;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Told of each request, from whichever thread asks.</summary>
    public Action? Requested { get; set; }

    /// <summary>How often somebody began to wait for a loader: when it grew while a resolver ran, the resolver waits for a loader.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public void Request(DataLoader loader)
    {
        lock (_gate)
        {
            if (!_waiting.Contains(loader))
            {
                _waiting.Add(loader);
            }

            _requests++;
        }

        Requested?.Invoke();
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

    /// <summary>Lets a caller with a token of its own stop waiting; the batch itself ends with the operation's token.</summary>
    public Task<T> Cancelable<T>(Task<T> task, CancellationToken callersToken) =>
        callersToken.CanBeCanceled && callersToken != cancellationToken ? task.WaitAsync(callersToken) : task;
}
