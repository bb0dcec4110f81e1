using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>Sets new passwords and ends what the old one opened.</summary>
internal sealed class PasswordChanges(
    CooperatorDbContext db,
    DatabaseTransactions transactions,
    UserManager<Account> accounts,
    Attempts attempts,
    Sessions sessions,
    SecurityLog log,
    LetterBox letters,
    PublicSite site,
    TimeProvider clock
)
{
    /// <summary>Whether the link could be used now.</summary>
    public Task<bool> HoldsAsync(Account account, string token, CancellationToken ct)
    {
        var (hash, now) = (Secret.HashOf(token), clock.GetUtcNow());
        return db.PasswordResets.AnyAsync(r => r.Hash == hash && r.AccountId == account.Id && r.ExpiresAt > now, ct);
    }

    /// <summary>Whether the link held; it holds once, also for two requests at the same moment.</summary>
    public async Task<bool> ResetAsync(
        Account account,
        string token,
        string password,
        ClientAddress client,
        CancellationToken ct
    )
    {
        var hash = Secret.HashOf(token);
        var passwordHash = accounts.PasswordHasher.HashPassword(account, password);
        var now = clock.GetUtcNow();
        var held = await transactions.WriteAsync(
            async inner =>
            {
                var used = await db
                    .PasswordResets.Where(r => r.Hash == hash && r.AccountId == account.Id && r.ExpiresAt > now)
                    .ExecuteDeleteAsync(inner);
                if (used == 0)
                {
                    return false;
                }

                await db.PasswordResets.Where(r => r.AccountId == account.Id).ExecuteDeleteAsync(inner);
                await SetAsync(account.Id, passwordHash, SecurityEvent.PasswordReset, client, inner);
                await attempts.ForgetAsync(account.Id, inner);
                await sessions.EndAllAsync(account.Id, except: null, inner);
                return true;
            },
            ct
        );
        if (held)
        {
            sessions.ForgetAll(account.Id);
        }

        return held;
    }

    /// <summary>Whether <paramref name="account"/>, whose password was looked at, still had it.</summary>
    public async Task<bool> ChangeAsync(
        Account account,
        string password,
        Guid? keepSession,
        ClientAddress client,
        CancellationToken ct
    )
    {
        var passwordHash = accounts.PasswordHasher.HashPassword(account, password);
        var stamp = account.SecurityStamp;
        var held = await transactions.WriteAsync(
            async inner =>
            {
                // Who knew the old password must not have the last word over a reset that came in between.
                if (!await db.Accounts.AnyAsync(a => a.Id == account.Id && a.SecurityStamp == stamp, inner))
                {
                    log.Note(SecurityEvent.SignInFailed, account.Id, client);
                    return false;
                }

                await db.PasswordResets.Where(r => r.AccountId == account.Id).ExecuteDeleteAsync(inner);
                await SetAsync(account.Id, passwordHash, SecurityEvent.PasswordChanged, client, inner);
                await sessions.EndAllAsync(account.Id, keepSession, inner);
                return true;
            },
            ct
        );
        if (held)
        {
            sessions.ForgetAll(account.Id);
        }

        return held;
    }

    private async Task SetAsync(
        Guid accountId,
        string hash,
        SecurityEvent kind,
        ClientAddress client,
        CancellationToken ct
    )
    {
        var account = await db.Accounts.AsTracking().SingleAsync(a => a.Id == accountId, ct);
        account.PasswordHash = hash;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        log.Note(kind, accountId, client);
        letters.Post(
            account.Email!,
            account.Name,
            "password-changed",
            account.Language,
            new() { ["name"] = account.Name, ["link"] = site.Link("/forgot-password") }
        );
    }
}
