namespace Cooperator.Api.Platform.Jobs;

/// <summary>
/// Removes what a feature keeps only for a while: used-up tokens, stale invitations, files of an import nobody finished.
/// Expiry itself is decided where the thing is used; this only tidies up.
/// </summary>
public interface IExpirySweep
{
    /// <summary>What is removed, in plain words: <c>refresh tokens</c>.</summary>
    string What { get; }

    /// <summary>Removes it and says how many there were. <paramref name="scope"/> is this sweep's own.</summary>
    Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken);
}
