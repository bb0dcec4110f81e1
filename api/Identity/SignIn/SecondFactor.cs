using Cooperator.Api.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>A right password that still waits for the second factor.</summary>
internal sealed record PendingSignIn(Guid AccountId, string Stamp, bool Remember);

/// <summary>A browser in which the second factor was given before.</summary>
internal sealed record TrustedDevice(Guid AccountId, string Stamp);

/// <summary>Codes of an authenticator app, recovery codes, and the browsers that need neither.</summary>
internal sealed class SecondFactor(
    CooperatorDbContext db,
    UserManager<Account> accounts,
    IDataProtectionProvider protection,
    TimeProvider clock
)
{
    private readonly ProtectedCookie<PendingSignIn> _pending = new(
        "cooperator-second-factor",
        TimeSpan.FromMinutes(5),
        protection,
        clock
    );

    private readonly ProtectedCookie<TrustedDevice> _device = new(
        "cooperator-device",
        TimeSpan.FromDays(30),
        protection,
        clock
    );

    public void Await(HttpContext http, Account account, bool remember) =>
        _pending.Set(http, new PendingSignIn(account.Id, account.SecurityStamp!, remember));

    /// <summary>Null when there is none, it took too long, or the account's secrets have changed since.</summary>
    public async Task<(Account Account, bool Remember)?> PendingAsync(HttpContext http) =>
        _pending.Read(http) is { } pending
        && await accounts.FindByIdAsync(pending.AccountId.ToString()) is { } account
        && account.SecurityStamp == pending.Stamp
            ? (account, pending.Remember)
            : null;

    public void Finished(HttpContext http) => _pending.Clear(http);

    public void Trust(HttpContext http, Account account) =>
        _device.Set(http, new TrustedDevice(account.Id, account.SecurityStamp!));

    public bool IsTrusted(HttpContext http, Account account) =>
        _device.Read(http) is { } device && device == new TrustedDevice(account.Id, account.SecurityStamp!);

    /// <summary>Each code is good once, and not after a later one: who watched it being typed can not use it again.</summary>
    public async Task<bool> VerifyCodeAsync(Account account, string code, CancellationToken ct)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (
            await accounts.GetAuthenticatorKeyAsync(account) is not { } key
            || TotpCode.StepOf(digits, key, clock.GetUtcNow()) is not { } step
        )
        {
            return false;
        }

        var first = await db
            .Accounts.Where(a => a.Id == account.Id && (a.LastTotpStep == null || a.LastTotpStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastTotpStep, (long?)step), ct);
        return first == 1;
    }

    /// <summary>Two requests with one recovery code: both change the same row, and the later one is refused.</summary>
    public async Task<bool> RedeemRecoveryCodeAsync(Account account, string code) =>
        (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim())).Succeeded;
}
