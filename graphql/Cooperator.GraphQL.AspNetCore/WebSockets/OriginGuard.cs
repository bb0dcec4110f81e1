using Microsoft.AspNetCore.Http;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// Refuses sockets that a foreign page opens with a person's cookies: browsers send cookies with a handshake of any origin,
/// and no preflight protects it. A socket without cookies has nothing but what its <c>connection_init</c> brings.
/// </summary>
internal static class OriginGuard
{
    public static bool MayConnect(HttpRequest request, ISet<string> allowedOrigins)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || request.Headers.Cookie.Count == 0
            || IsOwn(origin, request.Host)
            || allowedOrigins.Contains(origin);
    }

    /// <summary>Whether the origin is this server's. Its scheme is left aside: behind a proxy the server may not know its own.</summary>
    private static bool IsOwn(string origin, HostString host)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri))
        {
            return false;
        }

        var port = host.Port ?? (uri.Scheme == Uri.UriSchemeHttps ? 443 : 80);
        return uri.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase) && uri.Port == port;
    }
}
