using Cooperator.Api.Platform.Http;
using Microsoft.AspNetCore.Authorization;

namespace Cooperator.Api.Identity;

/// <summary>After authentication: refuses what must not go on, and enters the co-op the request names.</summary>
internal sealed class IdentityMiddleware(RequestDelegate next, RefusedCredentials refused)
{
    public const string CoopHeader = "Cooperator-Coop";

    public async Task InvokeAsync(HttpContext http, CurrentAccount account, CoopEntrance entrance)
    {
        if (!account.IsSignedIn && GuessLimit.KindIn(http) is { } kind)
        {
            refused.Count(http, kind);
        }

        if (CarriesWorthlessToken(http, account))
        {
            var problem = Problems.Of(401, "TOKEN_INVALID", CooperatorAuthenticationHandler.TokenRejected);
            await problem.ExecuteAsync(http);
            return;
        }

        if (ClientHeaderRule.Breaks(http, account))
        {
            var title = $"Send the header {ClientHeaderRule.Header} with requests that rely on the cookie.";
            await Problems.Of(403, "CSRF_HEADER_MISSING", title).ExecuteAsync(http);
            return;
        }

        if (account.IsSignedIn && http.Request.Headers[CoopHeader].ToString() is { Length: > 0 } slug)
        {
            await entrance.EnterAsync(slug, http.RequestAborted);
        }

        await next(http);
    }

    // Whoever signs in or refreshes may still send the old token along; everybody else wants to know that it is over.
    private static bool CarriesWorthlessToken(HttpContext http, CurrentAccount account) =>
        !account.IsSignedIn
        && http.Request.Headers.Authorization.Count > 0
        && http.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
