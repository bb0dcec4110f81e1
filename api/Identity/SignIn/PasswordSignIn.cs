using Cooperator.Api.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

internal abstract record PasswordOutcome
{
    /// <summary>The account as it was when its password was looked at; see <see cref="Sessions.BeginAsync"/>.</summary>
    public sealed record Right(Account Account) : PasswordOutcome;

    public sealed record Wrong : PasswordOutcome;

    public sealed record LockedOut(DateTimeOffset Until) : PasswordOutcome;
}

/// <summary>Checks passwords: at most five wrong ones in a row, and an unknown address costs as much time as a known one.</summary>
internal sealed class PasswordSignIn(
    CooperatorDbContext db,
    UserManager<Account> accounts,
    IPasswordHasher<Account> hasher,
    Attempts attempts,
    UnknownAccount unknown,
    SecurityLog log
)
{
    public async Task<PasswordOutcome> CheckAsync(
        string email,
        string password,
        ClientAddress client,
        CancellationToken ct
    )
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            var outcome = unknown.Guess(email, password);
            log.Note(SecurityEvent.SignInFailed, null, client);
            await db.SaveChangesAsync(ct);
            return outcome;
        }

        return await CheckAsync(account, password, client, ct);
    }

    public async Task<PasswordOutcome> CheckAsync(
        Account account,
        string password,
        ClientAddress client,
        CancellationToken ct
    )
    {
        if (await attempts.TakeAsync(account, client, ct) is { } until)
        {
            unknown.Verify(password);
            return new PasswordOutcome.LockedOut(until);
        }

        if (!await VerifyAsync(account, password, ct))
        {
            log.Note(SecurityEvent.SignInFailed, account.Id, client);
            await db.SaveChangesAsync(ct);
            return new PasswordOutcome.Wrong();
        }

        await attempts.GiveBackAsync(account, ct);
        return new PasswordOutcome.Right(account);
    }

    private async Task<bool> VerifyAsync(Account account, string password, CancellationToken ct)
    {
        if (account.PasswordHash is not { } hash)
        {
            // Who has only a passkey, or has not chosen a password yet, must not be known by the answer's time.
            unknown.Verify(password);
            return false;
        }

        var verdict = hasher.VerifyHashedPassword(account, hash, password);
        if (verdict is PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Hashed with fewer rounds than today's. Whoever has set another one meanwhile is not overwritten.
            var renewed = hasher.HashPassword(account, password);
            await db
                .Accounts.Where(a => a.Id == account.Id && a.PasswordHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, renewed), ct);
        }

        return verdict is not PasswordVerificationResult.Failed;
    }
}
