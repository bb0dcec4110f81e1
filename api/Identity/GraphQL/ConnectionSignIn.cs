using System.Security.Claims;
using System.Text.Json;
using Cooperator.GraphQL.AspNetCore;

namespace Cooperator.Api.Identity;

/// <summary>
/// Who a WebSocket speaks for: the token of its <c>connection_init</c>, or the cookie it was opened with; and in which
/// co-op. It is closed when the token or the session ends.
/// </summary>
internal sealed class ConnectionSignIn : IConnectionInterceptor
{
    public const string CoopItem = "coop";

    public async ValueTask<ConnectionDecision> OnConnectAsync(
        HttpContext http,
        JsonElement? payload,
        CancellationToken ct
    )
    {
        var items = new Dictionary<string, object?>(StringComparer.Ordinal);
        var coop = Text(payload, "coop") ?? http.Request.Headers[IdentityMiddleware.CoopHeader].ToString();
        if (coop is { Length: > 0 })
        {
            items[CoopItem] = coop;
        }

        if (Text(payload, "authorization") is { } authorization)
        {
            var credentials = http.RequestServices.GetRequiredService<Credentials>();
            return await credentials.FromAuthorizationAsync(authorization, ct) is { } credential
                ? ConnectionDecision.Accept(credential.ToPrincipal(), items, credential.ExpiresAt)
                : ConnectionDecision.Reject(CooperatorAuthenticationHandler.TokenRejected);
        }

        var account = http.RequestServices.GetRequiredService<CurrentAccount>();
        return account.IsSignedIn
            ? ConnectionDecision.Accept(http.User, items, account.ExpiresAt)
            : ConnectionDecision.Accept(new ClaimsPrincipal(), items);
    }

    private static string? Text(JsonElement? payload, string name) =>
        payload is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
