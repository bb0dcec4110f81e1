namespace Cooperator.Api.Platform.Http;

/// <summary>What browsers are told not to do with our pages and answers.</summary>
internal static class SecurityHeaders
{
    // The IDE's editor writes its own style elements and runs its language service in workers made from blobs; its
    // scripts are bundled files like all others.
    private const string Ide =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";
                headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments(
                    "/graphql",
                    StringComparison.OrdinalIgnoreCase
                )
                    ? Ide
                    : Page(null);
                KeepAll(http.Response);
                return next(http);
            }
        );

    /// <summary>Allows the web app's page the style elements that carry this one answer's nonce.</summary>
    public static void AllowNonce(HttpContext http, string nonce) =>
        http.Response.Headers.ContentSecurityPolicy = Page(nonce);

    // The answer to a failure begins with all headers cleared: what every answer carries comes back with it, HSTS too.
    private static void KeepAll(HttpResponse response)
    {
        var kept = response.Headers.ToArray();
        response.OnStarting(() =>
        {
            foreach (var (name, value) in kept)
            {
                response.Headers.TryAdd(name, value);
            }

            return Task.CompletedTask;
        });
    }

    // Style attributes are allowed: components place things with them, and they can not run anything.
    private static string Page(string? nonce)
    {
        var mark = nonce is null ? "" : $" 'nonce-{nonce}'";
        return $"default-src 'self'; script-src 'self'{mark}; style-src 'self'{mark}; style-src-attr 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
