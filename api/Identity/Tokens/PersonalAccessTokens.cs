using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

public sealed record PersonalAccessTokenFacts(
    Guid Id,
    bool MayWrite,
    Guid? CoopId,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    AccountFacts Account
);

/// <summary>Personal access tokens by hash, remembered for a few seconds.</summary>
internal sealed class PersonalAccessTokenCache(TimeProvider clock)
{
    private readonly ShortMemory<string, PersonalAccessTokenFacts> _tokens = new(clock, SessionCache.Lifetime);

    public ValueTask<PersonalAccessTokenFacts?> GetAsync(
        string hash,
        Func<string, CancellationToken, Task<PersonalAccessTokenFacts?>> ask,
        CancellationToken ct
    ) => _tokens.GetAsync(hash, ask, ct);

    public void Forget(Guid tokenId) => _tokens.ForgetWhere(token => token.Id == tokenId);

    public void ForgetHash(string hash) => _tokens.Forget(hash);

    public void ForgetAll() => _tokens.ForgetAll();

    public void ForgetAccount(Guid accountId) => _tokens.ForgetWhere(token => token.Account.Id == accountId);
}

internal sealed class PersonalAccessTokens(CooperatorDbContext db, PersonalAccessTokenCache cache, TimeProvider clock)
{
    public const string Prefix = "coop_pat_";

    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);

    public ValueTask<PersonalAccessTokenFacts?> FindAsync(string token, CancellationToken ct) =>
        FindByHashAsync(Convert.ToHexString(Secret.HashOf(token)), ct);

    /// <summary>Also asked again while a subscription is open; the hash stands in for the token there.</summary>
    public async ValueTask<PersonalAccessTokenFacts?> FindByHashAsync(string hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var token = await cache.GetAsync(hash, ReadAsync, ct);
        if (token is null || token.ExpiresAt <= now)
        {
            return null;
        }

        if (token.LastUsedAt is null || now - token.LastUsedAt >= UseNotedEvery)
        {
            await db
                .PersonalAccessTokens.Where(t => t.Id == token.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(t => t.LastUsedAt, now), ct);
            cache.Forget(token.Id);
        }

        return token;
    }

    private Task<PersonalAccessTokenFacts?> ReadAsync(string hash, CancellationToken ct)
    {
        var bytes = Convert.FromHexString(hash);
        return (
            from token in db.PersonalAccessTokens
            where token.Hash == bytes
            join account in db.Accounts on token.AccountId equals account.Id
            select new PersonalAccessTokenFacts(
                token.Id,
                token.MayWrite,
                token.CoopId,
                token.ExpiresAt,
                token.LastUsedAt,
                new AccountFacts(account.Id, account.Email!, account.Name, account.Language, account.Superuser)
            )
        ).SingleOrDefaultAsync(ct);
    }
}
