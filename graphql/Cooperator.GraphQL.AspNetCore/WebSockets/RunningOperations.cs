namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>The operations of one connection: found by id while they run, all stopped when it ends.</summary>
internal sealed class RunningOperations(int limit)
{
    // A handful at most times: looking through them costs less than a table for every idle connection.
    private readonly List<SocketOperation> _running = [];
    private readonly Lock _lock = new();
    private bool _closed;

    /// <summary>What came of starting an operation.</summary>
    public enum Start
    {
        Started,
        IdInUse,
        TooMany,
        Closed,
    }

    /// <summary>Starts an operation, unless its id is in use, too many run, or the connection is ending.</summary>
    public Start TryStart(SocketOperation operation)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return Start.Closed;
            }

            if (Find(operation.Id) is not null)
            {
                return Start.IdInUse;
            }

            if (_running.Count >= limit)
            {
                return Start.TooMany;
            }

            _running.Add(operation);
            // On another thread, so that the connection goes on reading.
            operation.Ended = Task.Run(() => RunAsync(operation));
            return Start.Started;
        }
    }

    /// <summary>Ends what the client calls so: what runs, and what has run and was not sent to its end.</summary>
    public void Abandon(string id)
    {
        List<SocketOperation> unwanted;
        lock (_lock)
        {
            unwanted = _running.FindAll(operation => operation.Is(id));
        }

        // Not under the lock: what is stopped may end right here, and then leaves the list.
        unwanted.ForEach(operation => operation.Abandon());
    }

    /// <summary>Starts no more operations, stops the subscriptions and gives the others time to finish.</summary>
    public async Task DrainAsync(TimeSpan timeout, TimeProvider time) =>
        await Task.WhenAny(CloseAsync(static operation => operation.IsSubscription), Task.Delay(timeout, time));

    /// <summary>Starts no more operations, stops all and waits until they have ended.</summary>
    public Task StopAsync() => CloseAsync(static _ => true);

    private Task CloseAsync(Func<SocketOperation, bool> stops)
    {
        SocketOperation[] running;
        lock (_lock)
        {
            _closed = true;
            running = [.. _running];
        }

        foreach (var operation in running.Where(stops))
        {
            operation.Stop();
        }

        return Task.WhenAll(running.Select(operation => operation.Ended));
    }

    private async Task RunAsync(SocketOperation operation)
    {
        try
        {
            await operation.RunAsync();
        }
        finally
        {
            lock (_lock)
            {
                _running.Remove(operation);
                operation.Dispose();
            }
        }
    }

    private SocketOperation? Find(string id) => _running.Find(operation => operation.Holds(id));
}
