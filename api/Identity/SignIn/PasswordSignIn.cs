using Cooperator.Api.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

internal abstract record PasswordOutcome
{
    public sealed record Right(Account Account) : PasswordOutcome;

    public sealed record Wrong : PasswordOutcome;

    public sealed record LockedOut(DateTimeOffset Until) : PasswordOutcome;
}

/// <summary>Checks passwords: at most five wrong ones in a row, and an unknown address costs as much time as a known one.</summary>
internal sealed class PasswordSignIn(
    CooperatorDbContext db,
    UserManager<Account> accounts,
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

        // Verifying also re-hashes a password that was hashed with fewer rounds than today's.
        if (!await accounts.CheckPasswordAsync(account, password))
        {
            log.Note(SecurityEvent.SignInFailed, account.Id, client);
            await db.SaveChangesAsync(ct);
            return new PasswordOutcome.Wrong();
        }

        await attempts.GiveBackAsync(account, ct);
        return new PasswordOutcome.Right(account);
    }
}
