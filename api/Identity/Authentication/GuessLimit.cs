using Cooperator.Api.Platform.Http;

namespace Cooperator.Api.Identity;

/// <summary>Before anything is looked up: no more from an address that has guessed too often what others sign in with.</summary>
internal sealed class GuessLimit(RequestDelegate next, RefusedCredentials refused)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (KindIn(http) is { } kind)
        {
            using var lease = refused.Look(http, kind);
            if (!lease.IsAcquired)
            {
                await RateLimits.RefuseAsync(http, lease);
                return;
            }
        }

        await next(http);
    }

    /// <summary>What the request wants to be known by; null when by nothing.</summary>
    public static string? KindIn(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0 ? "token"
        : SessionCookie.TryRead(http, out _, out _) ? "cookie"
        : null;
}
