namespace Cooperator.GraphQL.Execution;

/// <summary>The sequences that an operation reads items from: none of them is forgotten, whichever way the operation ends.</summary>
/// <param name="patience">How long one that is told to stop may take: the response cannot wait for ever for who does not listen.</param>
internal sealed class OpenSequences(TimeSpan patience)
{
    private readonly Lock _gate = new();
    private readonly HashSet<OpenSequence> _open = [];
    private Task? _closing;

    /// <summary>Begins to read a sequence.</summary>
    /// <exception cref="Exception">What the sequence throws.</exception>
    public OpenSequence Open(IAsyncEnumerable<object?> items, CancellationToken cancellationToken)
    {
        var sequence = new OpenSequence(items, Forget, cancellationToken);
        lock (_gate)
        {
            _open.Add(sequence);
        }

        return sequence;
    }

    /// <summary>Closes them all; completes when they are closed, or will not be for a while. Nothing is opened any more.</summary>
    public Task CloseAsync() => _closing ??= CloseAllAsync();

    private async Task CloseAllAsync()
    {
        OpenSequence[] open;
        lock (_gate)
        {
            open = [.. _open];
        }

        var closing = Task.WhenAll(Array.ConvertAll(open, sequence => sequence.CloseAsync()));
        await closing.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Forget(OpenSequence sequence)
    {
        lock (_gate)
        {
            _open.Remove(sequence);
        }
    }
}
