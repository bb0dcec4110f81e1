namespace Cooperator.Api.Database.Transactions;

/// <summary>
/// The lines in which those wait whose transaction met another one's again and again, one line for each co-op: at its head
/// one runs again without the rest, and hardly ever meets anybody then, however many come at once. Nodes have lines of their own;
/// what they do to each other is left to the database, like everything that has to be right.
/// </summary>
internal sealed class RetryLines
{
    // A line spares tries and keeps nothing right, so who has waited this long runs again beside the others.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Co-ops may share a line: there are always few who wait.
    private readonly SemaphoreSlim[] _lines = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for one's turn; the turn ends when what is returned is disposed of.</summary>
    public async Task<IDisposable> WaitAsync(Guid? coop, CancellationToken ct)
    {
        var line = _lines[(uint)coop.GetHashCode() % _lines.Length];
        return new Turn(await line.WaitAsync(Patience, ct) ? line : null);
    }

    private sealed class Turn(SemaphoreSlim? line) : IDisposable
    {
        public void Dispose() => line?.Release();
    }
}
