using System.Security.Claims;

namespace Cooperator.Api.Identity;

/// <summary>Turns what a request carries into a <see cref="Credential"/>, or null when it is worth nothing.</summary>
internal sealed class Credentials(Sessions sessions, AccessTokens accessTokens, PersonalAccessTokens personalTokens)
{
    private const string Bearer = "Bearer ";

    public async ValueTask<Credential?> FromAuthorizationAsync(string authorization, CancellationToken ct)
    {
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = authorization[Bearer.Length..].Trim();
        if (token.StartsWith(PersonalAccessTokens.Prefix, StringComparison.Ordinal))
        {
            return await personalTokens.FindAsync(token, ct) is { } found
                ? Of(found, Convert.ToHexString(Secret.HashOf(token)))
                : null;
        }

        return
            await accessTokens.VerifyAsync(token, ct) is { } claims
            && await sessions.FindAsync(claims.SessionId, ct) is { Kind: SessionKind.Program } session
            && session.Account.Id == claims.AccountId
            ? Of(session, claims.ExpiresAt)
            : null;
    }

    public async ValueTask<(Credential Credential, SessionFacts Session)?> FromCookieAsync(
        HttpContext http,
        CancellationToken ct
    ) =>
        SessionCookie.TryRead(http, out var id, out var key)
        && await sessions.FindByKeyAsync(id, key, ct) is { Kind: SessionKind.Browser } session
            ? (Of(session, session.ExpiresAt), session)
            : null;

    /// <summary>Whether what a connection was opened with still counts: not revoked, not expired.</summary>
    public async ValueTask<Credential?> StillHoldsAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (Credential.ReferenceIn(user) is not var (kind, key))
        {
            return null;
        }

        if (kind is CredentialKind.PersonalAccessToken)
        {
            return await personalTokens.FindByHashAsync(key, ct) is { } token ? Of(token, key) : null;
        }

        return await sessions.FindAsync(Guid.ParseExact(key, "N"), ct) is { } session
            ? Of(session, session.ExpiresAt)
            : null;
    }

    private static Credential Of(SessionFacts session, DateTimeOffset expiresAt) =>
        new(
            session.Kind is SessionKind.Browser ? CredentialKind.Cookie : CredentialKind.AccessToken,
            session.Id.ToString("N"),
            session.Account,
            MayWrite: true,
            OnlyCoopId: null,
            expiresAt
        );

    private static Credential Of(PersonalAccessTokenFacts token, string hash) =>
        new(CredentialKind.PersonalAccessToken, hash, token.Account, token.MayWrite, token.CoopId, token.ExpiresAt);
}
