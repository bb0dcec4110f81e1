using System.Security.Cryptography;
using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>Opens, finds and ends sessions.</summary>
internal sealed class Sessions(CooperatorDbContext db, SessionCache cache, TokenSettings settings, TimeProvider clock)
{
    /// <summary>How often use is written down: often enough for a list of sessions, seldom enough to cost nothing.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Begins a sign-in inside its transaction: forgets wrong guesses, and is false when a secret of the account has changed
    /// since <paramref name="account"/> was read, such as the password that was found right. The row is written to in any
    /// case, so that of a sign-in and a reset at the same moment one sees what the other did.
    /// </summary>
    public async Task<bool> BeginAsync(Account account, CancellationToken ct)
    {
        var (id, stamp) = (account.Id, account.SecurityStamp);
        return await db
                .Accounts.Where(a => a.Id == id && a.SecurityStamp == stamp)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(a => a.AccessFailedCount, 0)
                            .SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null),
                    ct
                ) == 1;
    }

    /// <summary>Adds the session to what is saved next.</summary>
    public Session Open(Account account, SessionKind kind, bool remember, ClientAddress client)
    {
        var now = clock.GetUtcNow();
        var expiresAt = now + settings.SessionLifetime(kind, remember);
        var session = new Session(account, kind, remember, now, expiresAt);
        session.OpenedFrom(client);
        db.Sessions.Add(session);
        return session;
    }

    public async ValueTask<SessionFacts?> FindAsync(Guid id, CancellationToken ct)
    {
        var session = await cache.GetAsync(id, ReadAsync, ct);
        return session?.ExpiresAt > clock.GetUtcNow() ? session : null;
    }

    public async ValueTask<SessionFacts?> FindByKeyAsync(Guid id, string key, CancellationToken ct) =>
        await FindAsync(id, ct) is { KeyHash: { } hash } session
        && CryptographicOperations.FixedTimeEquals(hash, Secret.HashOf(key))
            ? session
            : null;

    /// <summary>Notes that the session is in use and moves its end; the new end when it was moved.</summary>
    public async ValueTask<DateTimeOffset?> SeenAsync(SessionFacts session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - session.LastSeenAt < SeenEvery)
        {
            return null;
        }

        var expiresAt = now + settings.SessionLifetime(session.Kind, session.Remember);
        await db
            .Sessions.Where(s => s.Id == session.Id)
            .ExecuteUpdateAsync(
                s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.ExpiresAt, expiresAt),
                ct
            );
        cache.Forget(session.Id);
        return expiresAt;
    }

    public async Task<bool> EndAsync(Guid accountId, Guid sessionId, CancellationToken ct)
    {
        var ended = await db.Sessions.Where(s => s.Id == sessionId && s.AccountId == accountId).ExecuteDeleteAsync(ct);
        cache.Forget(sessionId);
        return ended > 0;
    }

    /// <summary>Ends all sessions of the account but <paramref name="except"/>, with their refresh tokens.</summary>
    public async Task EndAllAsync(Guid accountId, Guid? except, CancellationToken ct)
    {
        await db.Sessions.Where(s => s.AccountId == accountId && s.Id != except).ExecuteDeleteAsync(ct);
        ForgetAll(accountId);
    }

    /// <summary>For after the commit: what was read while the end was not yet committed is not remembered.</summary>
    public void ForgetAll(Guid accountId) => cache.ForgetAccount(accountId);

    private Task<SessionFacts?> ReadAsync(Guid id, CancellationToken ct) =>
        (
            from session in db.Sessions
            where session.Id == id
            join account in db.Accounts on session.AccountId equals account.Id
            select new SessionFacts(
                session.Id,
                session.Kind,
                session.Remember,
                session.KeyHash,
                session.LastSeenAt,
                session.ExpiresAt,
                new AccountFacts(account.Id, account.Email!, account.Name, account.Language, account.Superuser)
            )
        ).SingleOrDefaultAsync(ct);
}
