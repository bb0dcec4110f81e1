using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Cooperator.Api.Identity;

/// <summary>
/// The one authentication scheme: <c>Authorization: Bearer</c> if there is one, the cookie otherwise. Who came in is left
/// in <see cref="CurrentAccount"/>.
/// </summary>
internal sealed class CooperatorAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Credentials credentials,
    Sessions sessions,
    CurrentAccount currentAccount
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string TokenRejected = "The token is not valid, or no longer.";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var ct = Context.RequestAborted;
        if (Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            return await credentials.FromAuthorizationAsync(authorization, ct) is { } bearer
                ? SignedIn(bearer)
                : AuthenticateResult.Fail(TokenRejected);
        }

        if (await credentials.FromCookieAsync(Context, ct) is not var (cookie, session))
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.SeenAsync(session, ct) is { } expiresAt && session.Remember)
        {
            SessionCookie.Set(Context, Request.Cookies[SessionCookie.Name]!, expiresAt);
        }

        return SignedIn(cookie);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Problems.Unauthenticated().ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Forbidden().ExecuteAsync(Context);

    private AuthenticateResult SignedIn(Credential credential)
    {
        currentAccount.SignIn(credential);
        return AuthenticateResult.Success(new AuthenticationTicket(credential.ToPrincipal(), Scheme.Name));
    }
}
