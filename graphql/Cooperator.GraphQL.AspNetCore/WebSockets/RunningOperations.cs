namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>The operations of one connection: found by id while they run, all stopped when it ends.</summary>
internal sealed class RunningOperations(int limit)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SocketOperation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<SocketOperation, Task> _running = [];
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

            if (_byId.ContainsKey(operation.Id))
            {
                return Start.IdInUse;
            }

            if (_running.Count >= limit)
            {
                return Start.TooMany;
            }

            _byId.Add(operation.Id, operation);
            // On another thread, so that the connection goes on reading.
            _running.Add(operation, Task.Run(() => RunAsync(operation)));
            return Start.Started;
        }
    }

    /// <summary>Stops the operation with this id, if there is one.</summary>
    public void Stop(string id)
    {
        SocketOperation? operation;
        lock (_lock)
        {
            _byId.Remove(id, out operation);
        }

        operation?.Stop();
    }

    /// <summary>Starts no more operations, stops the subscriptions and gives the others time to finish.</summary>
    public async Task DrainAsync(TimeSpan timeout, TimeProvider time) =>
        await Task.WhenAny(CloseAsync(static operation => operation.IsSubscription), Task.Delay(timeout, time));

    /// <summary>Starts no more operations, stops all and waits until they have ended.</summary>
    public Task StopAsync() => CloseAsync(static _ => true);

    private Task CloseAsync(Func<SocketOperation, bool> stops)
    {
        KeyValuePair<SocketOperation, Task>[] running;
        lock (_lock)
        {
            _closed = true;
            running = [.. _running];
        }

        // Not under the lock: what is stopped may end right here, and then leaves the list.
        foreach (var (operation, _) in running.Where(entry => stops(entry.Key)))
        {
            operation.Stop();
        }

        return Task.WhenAll(running.Select(entry => entry.Value));
    }

    private async Task RunAsync(SocketOperation operation)
    {
        try
        {
            await operation.RunAsync(FreeId);
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

    private void FreeId(SocketOperation operation)
    {
        lock (_lock)
        {
            // The id may belong to a later operation by now.
            if (_byId.TryGetValue(operation.Id, out var current) && current == operation)
            {
                _byId.Remove(operation.Id);
            }
        }
    }
}
