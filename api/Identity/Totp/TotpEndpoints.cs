using System.Text.Encodings.Web;
using Cooperator.Api.Database;
using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

internal sealed record CodeRequest(string? Code);

internal sealed record PasswordRequest(string? Password);

/// <summary>Switching the second factor on and off.</summary>
internal static class TotpEndpoints
{
    private const int RecoveryCodeCount = 10;

    public static void MapTotp(this RouteGroupBuilder auth)
    {
        var totp = auth.MapGroup("/totp").RequireAuthorization(Policies.Interactive);
        totp.MapPost("/setup", SetUpAsync);
        totp.MapPost("/confirm", ConfirmAsync);
        totp.MapPost("/disable", DisableAsync);
        totp.MapPost("/recovery-codes", RenewRecoveryCodesAsync);
    }

    private static async Task<IResult> SetUpAsync(SignedInAccount signedIn, UserManager<Account> accounts)
    {
        var account = await signedIn.GetAsync();
        if (account.TwoFactorEnabled)
        {
            return AlreadyEnabled();
        }

        if (!(await accounts.ResetAuthenticatorKeyAsync(account)).Succeeded)
        {
            return Problems.Overtaken();
        }

        var secret = (await accounts.GetAuthenticatorKeyAsync(account))!;
        var label = UrlEncoder.Default.Encode($"theCooperator:{account.Email}");
        return Results.Ok(
            new { secret, uri = $"otpauth://totp/{label}?secret={secret}&issuer=theCooperator&digits=6&period=30" }
        );
    }

    private static async Task<IResult> ConfirmAsync(
        CodeRequest request,
        HttpContext http,
        CooperatorDbContext db,
        SignedInAccount signedIn,
        UserManager<Account> accounts,
        SecondFactor secondFactor,
        SecurityLog log,
        CancellationToken ct
    )
    {
        var account = await signedIn.GetAsync();
        if (account.TwoFactorEnabled)
        {
            return AlreadyEnabled();
        }

        if (!await secondFactor.VerifyCodeAsync(account, request.Code ?? "", ct))
        {
            return Problems.Of(400, "WRONG_CODE", "This code is not right, or no longer.");
        }

        log.Note(SecurityEvent.TotpEnabled, account.Id, ClientAddress.Of(http));
        return (await accounts.SetTwoFactorEnabledAsync(account, true)).Succeeded
            ? await NewCodesAsync(accounts, account)
            : Problems.Overtaken();
    }

    private static async Task<IResult> DisableAsync(
        PasswordRequest request,
        HttpContext http,
        SignedInAccount signedIn,
        UserManager<Account> accounts,
        AccountStore store,
        SecurityLog log,
        CancellationToken ct
    )
    {
        var (account, refusal) = await signedIn.ConfirmAsync(request.Password, ct);
        if (account is null)
        {
            return refusal!;
        }

        log.Note(SecurityEvent.TotpDisabled, account.Id, ClientAddress.Of(http));
        if (!(await accounts.SetTwoFactorEnabledAsync(account, false)).Succeeded)
        {
            return Problems.Overtaken();
        }

        await store.ForgetSecondFactorAsync(account, ct);
        return Results.NoContent();
    }

    private static async Task<IResult> RenewRecoveryCodesAsync(
        PasswordRequest request,
        HttpContext http,
        SignedInAccount signedIn,
        UserManager<Account> accounts,
        SecurityLog log,
        CancellationToken ct
    )
    {
        var (account, refusal) = await signedIn.ConfirmAsync(request.Password, ct);
        if (account is null)
        {
            return refusal!;
        }

        if (!account.TwoFactorEnabled)
        {
            return Problems.Of(409, "TOTP_NOT_ENABLED", "Switch the authenticator app on first.");
        }

        log.Note(SecurityEvent.RecoveryCodesRenewed, account.Id, ClientAddress.Of(http));
        return await NewCodesAsync(accounts, account);
    }

    private static async Task<IResult> NewCodesAsync(UserManager<Account> accounts, Account account) =>
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodeCount) is { } recoveryCodes
            ? Results.Ok(new { recoveryCodes })
            : Problems.Overtaken();

    private static IResult AlreadyEnabled() =>
        Problems.Of(409, "TOTP_ALREADY_ENABLED", "An authenticator app is set up already. Switch it off first.");
}
