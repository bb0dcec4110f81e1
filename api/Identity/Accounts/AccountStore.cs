using System.Security.Cryptography;
using System.Text;
using Cooperator.Api.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cooperator.Api.Identity;

/// <summary>
/// ASP.NET Core Identity's own store on our tables, with two differences: authenticator keys are encrypted and recovery
/// codes hashed, and a save writes only what was changed, so that it can not undo a count of failed attempts.
/// </summary>
public sealed class AccountStore
    : UserOnlyStore<
        Account,
        CooperatorDbContext,
        Guid,
        IdentityUserClaim<Guid>,
        IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>
    >
{
    private const string Provider = "[cooperator]";
    private const string RecoveryCodes = "recovery-codes";

    private readonly IDataProtector _protector;

    public AccountStore(CooperatorDbContext db, IDataProtectionProvider protection)
        : base(db)
    {
        // Passkeys are saved with their account, by UpdateAsync, and not before.
        AutoSaveChanges = false;
        _protector = protection.CreateProtector("Cooperator.AuthenticatorKey");

        // Identity finds a row, changes it and saves it without saying so; elsewhere only writing transactions track.
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
    }

    public override async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken = default)
    {
        Context.Add(user);
        await Context.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public override async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        try
        {
            await Context.SaveChangesAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (DbUpdateException failure) when (IsOvertaken(failure))
        {
            // What was not saved would be tried again by the next save, such as the one that writes this down.
            Context.ChangeTracker.Clear();
            return IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());
        }
    }

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } key ? _protector.Unprotect(key) : null;

    public override Task ReplaceCodesAsync(
        Account user,
        IEnumerable<string> recoveryCodes,
        CancellationToken cancellationToken
    ) => SetTokenAsync(user, Provider, RecoveryCodes, string.Join(';', recoveryCodes.Select(Hash)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var left = await CodesAsync(user, cancellationToken);
        if (!left.Remove(Hash(code)))
        {
            return false;
        }

        await SetTokenAsync(user, Provider, RecoveryCodes, string.Join(';', left), cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) =>
        (await CodesAsync(user, cancellationToken)).Count;

    /// <summary>Nothing of the second factor stays behind when it is switched off.</summary>
    public async Task ForgetSecondFactorAsync(Account user, CancellationToken ct)
    {
        await Context.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == user.Id).ExecuteDeleteAsync(ct);
        await Context
            .Set<Account>()
            .Where(a => a.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastTotpStep, (long?)null), ct);
    }

    // Two at once change the same row, or both bring the first one.
    private static bool IsOvertaken(DbUpdateException failure) =>
        failure is DbUpdateConcurrencyException
        || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private async Task<List<string>> CodesAsync(Account user, CancellationToken ct) =>
        [
            .. (await GetTokenAsync(user, Provider, RecoveryCodes, ct) ?? "").Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries
            ),
        ];

    // A code has 50 bits of its own randomness and ten guesses an hour, so a plain hash is enough.
    private static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));
}
