using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

internal sealed record ForgotPasswordRequest(string? Email);

internal sealed record ResetPasswordRequest(string? Email, string? Token, string? Password);

internal sealed record ChangePasswordRequest(string? Current, string? Next);

/// <summary>Choosing a new password: by a mailed link, or with the old one.</summary>
internal static class PasswordEndpoints
{
    public static void MapPasswords(this RouteGroupBuilder auth)
    {
        auth.MapPost("/password/forgot", Forgot).AllowAnonymous();
        auth.MapPost("/password/reset", ResetAsync).AllowAnonymous();
        auth.MapPost("/password/change", ChangeAsync).RequireAuthorization(Policies.Interactive);
    }

    // Looked up and mailed afterwards: the answer and its time do not tell whether anybody has this address.
    private static IResult Forgot(ForgotPasswordRequest request, PasswordResetMails mails)
    {
        mails.Enqueue(request.Email ?? "");
        return Results.Accepted();
    }

    private static async Task<IResult> ResetAsync(
        ResetPasswordRequest request,
        HttpContext http,
        UserManager<Account> accounts,
        PasswordChanges changes,
        CancellationToken ct
    )
    {
        // The link comes first: what is said of the password tells of the person's name.
        var (account, token) = (await accounts.FindByEmailAsync(request.Email ?? ""), request.Token ?? "");
        if (account is null || !await changes.HoldsAsync(account, token, ct))
        {
            return NoSuchLink();
        }

        var password = PasswordRules.Checked(request.Password, "password", account.Name, account.Email);
        return await changes.ResetAsync(account, token, password, ClientAddress.Of(http), ct)
            ? Results.NoContent()
            : NoSuchLink();
    }

    private static IResult NoSuchLink() =>
        Problems.Of(400, "RESET_TOKEN_INVALID", "This link is not valid, or no longer. Ask for a new one.");

    private static async Task<IResult> ChangeAsync(
        ChangePasswordRequest request,
        HttpContext http,
        CurrentAccount current,
        SignedInAccount signedIn,
        PasswordChanges changes,
        CancellationToken ct
    )
    {
        var (account, refusal) = await signedIn.ConfirmAsync(request.Current, ct);
        if (account is null)
        {
            return refusal!;
        }

        var next = PasswordRules.Checked(request.Next, "next", account.Name, account.Email);
        return await changes.ChangeAsync(account, next, current.SessionId, ClientAddress.Of(http), ct)
            ? Results.NoContent()
            : SignInEndpoints.Refused(new PasswordOutcome.Wrong());
    }
}
