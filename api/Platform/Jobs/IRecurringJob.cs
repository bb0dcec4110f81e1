namespace Cooperator.Api.Platform.Jobs;

/// <summary>Work that is done again and again by one node at a time.</summary>
public interface IRecurringJob
{
    /// <summary>
    /// Does it and says in plain words what came of it. What it says is read by the boards of all co-ops, so it names
    /// nobody. It is made in a scope of this run's own. A run whose node dies is begun anew by another one.
    /// </summary>
    /// <exception cref="JobFailedException">It could not be done, for a reason that may be told.</exception>
    Task<string> RunAsync(CancellationToken cancellationToken);
}

/// <summary>What the record of the run says of its failure.</summary>
public sealed class JobFailedException(string words, Exception? cause = null) : Exception(words, cause);
