using Cooperator.Api.Database.Transactions;

namespace Cooperator.Api.Identity;

internal sealed record TokenRequest(string? Email, string? Password, string? Totp);

internal sealed record RefreshRequest(string? RefreshToken);

/// <summary>Signing in with a program: access and refresh tokens.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this RouteGroupBuilder auth)
    {
        auth.MapPost("/token", IssueAsync).AllowAnonymous();
        auth.MapPost("/token/refresh", RefreshAsync).AllowAnonymous();
        auth.MapPost("/token/revoke", RevokeAsync).AllowAnonymous();
    }

    private static async Task<IResult> IssueAsync(
        TokenRequest request,
        HttpContext http,
        DatabaseTransactions transactions,
        PasswordSignIn passwords,
        ProgramSecondFactor secondFactor,
        Sessions sessions,
        RefreshTokens refreshTokens,
        SecurityLog log,
        CancellationToken ct
    )
    {
        var client = ClientAddress.Of(http);
        var outcome = await passwords.CheckAsync(request.Email ?? "", request.Password ?? "", client, ct);
        if (outcome is not PasswordOutcome.Right { Account: var account })
        {
            return SignInEndpoints.Refused(outcome);
        }

        if (
            account.TwoFactorEnabled
            && await secondFactor.RefusalAsync(account, request.Totp, client, ct) is { } refusal
        )
        {
            return refusal;
        }

        var opened = await transactions.WriteAsync<(Guid Session, Secret RefreshToken)?>(
            async inner =>
            {
                if (!await sessions.BeginAsync(account, inner))
                {
                    log.Note(SecurityEvent.SignInFailed, account.Id, client);
                    return null;
                }

                var session = sessions.Open(account, SessionKind.Program, remember: true, client);
                log.Note(SecurityEvent.SignedIn, account.Id, client);
                return (session.Id, refreshTokens.Issue(session));
            },
            ct
        );
        return opened is var (session, refreshToken)
            ? Answer(http, await refreshTokens.PairAsync(account.Id, session, refreshToken, ct))
            : SignInEndpoints.Refused(new PasswordOutcome.Wrong());
    }

    private static async Task<IResult> RefreshAsync(
        RefreshRequest request,
        HttpContext http,
        RefreshTokens refreshTokens,
        CancellationToken ct
    ) =>
        await refreshTokens.RefreshAsync(request.RefreshToken ?? "", ClientAddress.Of(http), ct) switch
        {
            RefreshOutcome.Refreshed { Tokens: var tokens } => Answer(http, tokens),
            RefreshOutcome.Reused => Problems.Of(
                401,
                "REFRESH_TOKEN_REUSED",
                "This token was exchanged before. Sign in again."
            ),
            _ => Problems.Of(401, "REFRESH_TOKEN_INVALID", "This token is not valid, or no longer. Sign in again."),
        };

    private static async Task<IResult> RevokeAsync(
        RefreshRequest request,
        RefreshTokens refreshTokens,
        CancellationToken ct
    )
    {
        await refreshTokens.RevokeAsync(request.RefreshToken ?? "", ct);
        return Results.NoContent();
    }

    private static IResult Answer(HttpContext http, TokenPair tokens)
    {
        return Results.Ok(tokens);
    }
}
