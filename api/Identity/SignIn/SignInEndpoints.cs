using Cooperator.Api.Database;

namespace Cooperator.Api.Identity;

internal sealed record SignInRequest(string? Email, string? Password, bool Remember = false);

internal sealed record SecondFactorRequest(string? Code, string? RecoveryCode, bool RememberDevice = false);

/// <summary>Signing in and out with a browser.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this RouteGroupBuilder auth)
    {
        auth.MapGet("/session", GetSessionAsync).AllowAnonymous();
        auth.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        auth.MapPost("/sign-in/second-factor", GiveSecondFactorAsync).AllowAnonymous();
        auth.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
    }

    private static async Task<IResult> GetSessionAsync(
        CurrentAccount account,
        SessionAnswers answers,
        HttpContext http,
        CancellationToken ct
    )
    {
        return account.Facts is { } facts
            ? Results.Ok(await answers.ForAsync(facts, account.ExpiresAt!.Value, account.OnlyCoopId, ct))
            : Results.Ok(new { signedIn = false });
    }

    private static async Task<IResult> SignInAsync(
        SignInRequest request,
        HttpContext http,
        PasswordSignIn passwords,
        SecondFactor secondFactor,
        BrowserSignIn signIn,
        CancellationToken ct
    )
    {
        var outcome = await passwords.CheckAsync(
            request.Email ?? "",
            request.Password ?? "",
            ClientAddress.Of(http),
            ct
        );
        if (outcome is not PasswordOutcome.Right { Account: var account })
        {
            return Refused(outcome);
        }

        if (account.TwoFactorEnabled && !secondFactor.IsTrusted(http, account))
        {
            secondFactor.Await(http, account, request.Remember);
            return Results.Ok(new { secondFactor = new[] { "TOTP", "RECOVERY_CODE" } });
        }

        return await signIn.CompleteAsync(http, account, request.Remember, ct);
    }

    private static async Task<IResult> GiveSecondFactorAsync(
        SecondFactorRequest request,
        HttpContext http,
        CooperatorDbContext db,
        SecondFactor secondFactor,
        Attempts attempts,
        SecurityLog log,
        BrowserSignIn signIn,
        CancellationToken ct
    )
    {
        if (await secondFactor.PendingAsync(http) is not var (account, remember))
        {
            return Problems.Of(401, "SECOND_FACTOR_EXPIRED", "Enter the password again.");
        }

        var client = ClientAddress.Of(http);
        if (await attempts.TakeAsync(account, client, ct) is { } until)
        {
            return LockedOut(until);
        }

        var accepted = request.RecoveryCode is { } recoveryCode
            ? await secondFactor.RedeemRecoveryCodeAsync(account, recoveryCode)
            : await secondFactor.VerifyCodeAsync(account, request.Code ?? "", ct);
        if (!accepted)
        {
            log.Note(SecurityEvent.SignInFailed, account.Id, client);
            await db.SaveChangesAsync(ct);
            return Problems.Of(401, "WRONG_CODE", "This code is not right, or no longer.");
        }

        if (request.RecoveryCode is not null)
        {
            log.Note(SecurityEvent.RecoveryCodeUsed, account.Id, client);
            await db.SaveChangesAsync(ct);
        }

        secondFactor.Finished(http);
        if (request.RememberDevice)
        {
            secondFactor.Trust(http, account);
        }

        return await signIn.CompleteAsync(http, account, remember, ct);
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext http,
        CooperatorDbContext db,
        CurrentAccount account,
        Sessions sessions,
        SecurityLog log,
        CancellationToken ct
    )
    {
        if (account is { Id: { } accountId, SessionId: { } sessionId })
        {
            await sessions.EndAsync(accountId, sessionId, ct);
            log.Note(SecurityEvent.SignedOut, accountId, ClientAddress.Of(http));
            await db.SaveChangesAsync(ct);
        }

        SessionCookie.Clear(http);
        return Results.NoContent();
    }

    internal static IResult Refused(PasswordOutcome outcome) =>
        outcome is PasswordOutcome.LockedOut { Until: var until }
            ? LockedOut(until)
            : Problems.Of(401, "WRONG_CREDENTIALS", "The e-mail address or the password is not right.");

    private static IResult LockedOut(DateTimeOffset until) =>
        Problems.Of(423, "LOCKED_OUT", "Too many wrong attempts. Wait a little, or reset the password.", new { until });
}
