namespace Cooperator.GraphQL.Execution;

/// <summary>
/// A sequence that the items of a streamed list are read from while they come. However its list ends, it is disposed once, never while it moves, and what it
/// throws then is nobody's error.
/// </summary>
internal sealed class OpenSequence
{
    private readonly CancellationTokenSource _stopping;
    private readonly IAsyncEnumerator<object?> _items;
    private readonly Action<OpenSequence> _closed;
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isClosing;
    private Task? _busy;
    private Task<bool>? _moving;

    /// <param name="items">The items.</param>
    /// <param name="closed">Called when it was disposed.</param>
    /// <param name="cancellationToken">The operation's.</param>
    /// <exception cref="Exception">What the sequence throws.</exception>
    public OpenSequence(
        IAsyncEnumerable<object?> items,
        Action<OpenSequence> closed,
        CancellationToken cancellationToken
    )
    {
        _closed = closed;
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            _items = items.GetAsyncEnumerator(_stopping.Token);
        }
        catch
        {
            _stopping.Dispose();
            throw;
        }
    }

    /// <summary>The move to the next item, when it was begun and its outcome not taken.</summary>
    public Task? Moving => _moving;

    /// <summary>Reads the first items; fewer when there are no more.</summary>
    /// <exception cref="Exception">What the sequence throws.</exception>
    public Task<List<object?>> ReadFirstAsync(int count)
    {
        var reading = ReadAsync(count);
        _busy = reading;
        return reading;
    }

    /// <summary>Takes the next item if it is there; null when it is still to come.</summary>
    /// <param name="item">The item.</param>
    /// <returns>False when there are no more items.</returns>
    /// <exception cref="Exception">What the sequence throws.</exception>
    public bool? TryMove(out object? item)
    {
        item = null;
        _busy = _moving ??= _items.MoveNextAsync().AsTask();
        var moved = _moving;
        if (!moved.IsCompleted)
        {
            return null;
        }

        _moving = null;
        if (!moved.GetAwaiter().GetResult())
        {
            return false;
        }

        item = _items.Current;
        return true;
    }

    /// <summary>Stops it, if it moves, and disposes it once it moves no more; completes then, and never fails.</summary>
    public Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _isClosing, 1) == 0)
        {
            _ = CloseOnceAsync();
        }

        return _closing.Task;
    }

    private async Task<List<object?>> ReadAsync(int count)
    {
        var read = new List<object?>();
        while (read.Count < count && await _items.MoveNextAsync().ConfigureAwait(false))
        {
            read.Add(_items.Current);
            _stopping.Token.ThrowIfCancellationRequested();
        }

        return read;
    }

    private async Task CloseOnceAsync()
    {
        try
        {
            if (_busy is { IsCompleted: false } busy)
            {
                await _stopping.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await busy.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            _ = _busy?.Exception;
            await _items.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The items were delivered, or nobody wants them.
        }

        _stopping.Dispose();
        _closed(this);
        _closing.SetResult();
    }
}
