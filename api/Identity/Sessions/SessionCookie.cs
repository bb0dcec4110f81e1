using System.Diagnostics.CodeAnalysis;

namespace Cooperator.Api.Identity;

/// <summary>The browser's half of a session: <c>&lt;session id&gt;.&lt;key&gt;</c>, out of reach of scripts.</summary>
internal static class SessionCookie
{
    public const string Name = "cooperator";

    public static string ValueOf(Session session, Secret key) => $"{session.Id:N}.{key.Text}";

    public static void Set(HttpContext http, string value, DateTimeOffset? expires) =>
        http.Response.Cookies.Append(Name, value, Options(http, expires));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    public static bool TryRead(HttpContext http, out Guid sessionId, [NotNullWhen(true)] out string? key)
    {
        key = null;
        sessionId = default;
        if (http.Request.Cookies[Name] is not { } value || value.IndexOf('.', StringComparison.Ordinal) is not 32)
        {
            return false;
        }

        key = value[33..];
        return Guid.TryParseExact(value.AsSpan(0, 32), "N", out sessionId);
    }

    /// <summary>Shared by all cookies of the sign-in.</summary>
    public static CookieOptions Options(HttpContext http, DateTimeOffset? expires) =>
        new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Expires = expires,
            IsEssential = true,
        };
}
