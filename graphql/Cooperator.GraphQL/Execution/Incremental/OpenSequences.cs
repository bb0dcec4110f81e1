namespace Cooperator.GraphQL.Execution;

/// <summary>The sequences that an operation reads items from: none of them is forgotten, whichever way the operation ends.</summary>
internal sealed class OpenSequences
{
    // Long enough for whoever hears that nobody waits any more; the response cannot wait for who does not listen.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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
        await closing.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Forget(OpenSequence sequence)
    {
        lock (_gate)
        {
            _open.Remove(sequence);
        }
    }
}
