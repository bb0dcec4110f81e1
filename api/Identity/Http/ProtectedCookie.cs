using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Cooperator.Api.Identity;

/// <summary>A cookie that carries a little state the browser can neither read nor change, for a while.</summary>
internal sealed class ProtectedCookie<T>(
    string name,
    TimeSpan lifetime,
    IDataProtectionProvider protection,
    TimeProvider clock
)
    where T : class
{
    private readonly IDataProtector _protector = protection.CreateProtector("Cooperator.Cookie", name);

    public void Set(HttpContext http, T value)
    {
        var expires = clock.GetUtcNow() + lifetime;
        var content = JsonSerializer.Serialize(new Sealed(value, expires));
        http.Response.Cookies.Append(name, _protector.Protect(content), SessionCookie.Options(http, expires));
    }

    public T? Read(HttpContext http)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } content)
        {
            return null;
        }

        try
        {
            var opened = JsonSerializer.Deserialize<Sealed>(_protector.Unprotect(content));
            return opened is not null && opened.Expires > clock.GetUtcNow() ? opened.Value : null;
        }
        catch (CryptographicException)
        {
            // Changed, or from before the keys were lost: as good as none.
            return null;
        }
    }

    public void Clear(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(name))
        {
            http.Response.Cookies.Delete(name, SessionCookie.Options(http, null));
        }
    }

    private sealed record Sealed(T Value, DateTimeOffset Expires);
}
