namespace Cooperator.Api.Identity;

/// <summary>Live sessions by id. Ended ones are forgotten at once on every node; see <see cref="SignOutWatch"/>.</summary>
internal sealed class SessionCache(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private readonly ShortMemory<Guid, SessionFacts> _sessions = new(clock, Lifetime);

    public ValueTask<SessionFacts?> GetAsync(
        Guid id,
        Func<Guid, CancellationToken, Task<SessionFacts?>> ask,
        CancellationToken ct
    ) => _sessions.GetAsync(id, ask, ct);

    public void Forget(Guid sessionId) => _sessions.Forget(sessionId);

    public void ForgetAll() => _sessions.ForgetAll();

    public void ForgetAccount(Guid accountId) => _sessions.ForgetWhere(session => session.Account.Id == accountId);
}
