using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

public sealed record TokenPair(string AccessToken, string RefreshToken, int ExpiresIn);

internal abstract record RefreshOutcome
{
    public sealed record Refreshed(TokenPair Tokens) : RefreshOutcome;

    public sealed record Invalid : RefreshOutcome;

    public sealed record Reused(Guid AccountId) : RefreshOutcome;
}

/// <summary>
/// Rotates refresh tokens. A token that comes back after it was exchanged has been copied, so its whole family ends.
/// Only one case is forgiven: a request that had already arrived when another one exchanged the token is a client
/// in two minds, not a thief; it is refused, and the family lives. A client whose answer got lost signs in again.
/// </summary>
internal sealed class RefreshTokens(
    CooperatorDbContext db,
    DatabaseTransactions transactions,
    AccessTokens accessTokens,
    SessionCache cache,
    SecurityLog log,
    TokenSettings settings,
    TimeProvider clock
)
{
    private const string Prefix = "coop_rt_";

    /// <summary>Adds the first token of the family to what is saved next.</summary>
    public Secret Issue(Session session) => Add(session.Id);

    public async Task<TokenPair> PairAsync(Guid accountId, Guid sessionId, Secret refreshToken, CancellationToken ct) =>
        new(
            await accessTokens.IssueAsync(accountId, sessionId, ct),
            refreshToken.Text,
            (int)settings.AccessTokenLifetime.TotalSeconds
        );

    public async Task<RefreshOutcome> RefreshAsync(string token, ClientAddress client, CancellationToken ct)
    {
        // As exact as the database keeps it, or a request of the very same moment would seem to be later.
        var now = clock.GetUtcNow();
        var arrivedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var hash = Secret.HashOf(token);
        var step = await transactions.WriteAsync(token => RotateAsync(hash, arrivedAt, client, token), ct);
        switch (step)
        {
            case { Next: { } next, Session: { } session }:
                cache.Forget(session.Id);
                return new RefreshOutcome.Refreshed(await PairAsync(session.AccountId, session.Id, next, ct));
            case { Session: { } session }:
                cache.Forget(session.Id);
                return new RefreshOutcome.Reused(session.AccountId);
            default:
                return new RefreshOutcome.Invalid();
        }
    }

    /// <summary>Ends the family of the token, used or not.</summary>
    public async Task RevokeAsync(string token, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        var family = await db.RefreshTokens.Where(t => t.Hash == hash).Select(t => t.SessionId).ToListAsync(ct);
        await db.Sessions.Where(s => family.Contains(s.Id)).ExecuteDeleteAsync(ct);
        family.ForEach(cache.Forget);
    }

    private async Task<Step> RotateAsync(
        byte[] hash,
        DateTimeOffset arrivedAt,
        ClientAddress client,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var token = await db.RefreshTokens.SingleOrDefaultAsync(t => t.Hash == hash, ct);
        if (
            token is null
            || await db.Sessions.SingleOrDefaultAsync(s => s.Id == token.SessionId, ct) is not { } session
            || session.ExpiresAt <= now
        )
        {
            return default;
        }

        if (token.UsedAt is { } usedAt)
        {
            if (usedAt < arrivedAt)
            {
                db.Sessions.Remove(session);
                log.Note(SecurityEvent.RefreshTokenReused, session.AccountId, client);
            }

            return new Step(session, null);
        }

        // Two at once: both change this row, so the later one is run again and finds it used.
        token.Use(now);
        session.SeenAt(now, now + settings.RefreshTokenLifetime);
        return new Step(session, Add(session.Id));
    }

    private Secret Add(Guid sessionId)
    {
        var secret = Secret.Create(Prefix);
        db.RefreshTokens.Add(new RefreshToken(sessionId, secret.Hash, clock.GetUtcNow()));
        return secret;
    }

    private readonly record struct Step(Session? Session, Secret? Next);
}
