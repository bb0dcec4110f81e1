namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>A sequence whose steps are written by hand, as no compiler would write them. It notices what may not be done with a sequence.</summary>
/// <param name="move">Moves to the item of that number, from one.</param>
internal sealed class HandMadeSequence(Func<int, CancellationToken, ValueTask<bool>> move)
    : IAsyncEnumerable<object?>,
        IAsyncEnumerator<object?>
{
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken _cancellationToken;
    private Task<bool>? _moving;
    private int _number;

    /// <summary>Gives an item; its number when nothing else is said.</summary>
    public Func<int, object?> Item { get; init; } = number => number;

    /// <summary>What disposing does.</summary>
    public Func<ValueTask> Dispose { get; init; } = () => ValueTask.CompletedTask;

    public int Disposals { get; private set; }

    /// <summary>Completes when it is disposed; fails when that happens while it moves.</summary>
    public Task Disposed => _disposed.Task;

    public object? Current => Item(_number);

    public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _cancellationToken = cancellationToken;
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        _number++;
        _moving = move(_number, _cancellationToken).AsTask();
        return new ValueTask<bool>(_moving);
    }

    public ValueTask DisposeAsync()
    {
        Disposals++;
        if (_moving is { IsCompleted: false })
        {
            _disposed.TrySetException(new InvalidOperationException("The sequence still moves."));
        }
        else
        {
            _disposed.TrySetResult();
        }

        return Dispose();
    }

    /// <summary>Never moves, until it is told to stop.</summary>
    public static async ValueTask<bool> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return false;
    }
}
