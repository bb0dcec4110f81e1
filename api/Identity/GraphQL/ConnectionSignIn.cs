using System.Security.Claims;
using System.Text.Json;
using Cooperator.GraphQL.AspNetCore;

namespace Cooperator.Api.Identity;

/// <summary>
/// Who a WebSocket speaks for: the token of its <c>connection_init</c>, or the cookie it was opened with; and in which
/// co-op. It is closed when the token, the session or the membership
/// ends.
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
                ? await HoldAsync(
                    http,
                    credential.ToPrincipal(),
                    credential.Account.Id,
                    items,
                    credential.ExpiresAt,
                    ct
                )
                : ConnectionDecision.Reject(CooperatorAuthenticationHandler.TokenRejected);
        }

        var account = http.RequestServices.GetRequiredService<CurrentAccount>();
        return account.IsSignedIn
            ? await HoldAsync(http, http.User, account.RequiredId, items, account.ExpiresAt, ct)
            : ConnectionDecision.Accept(new ClaimsPrincipal(), items);
    }

    /// <summary>The connection is known first and its credential looked at then, so that no end slips in between.</summary>
    private static async ValueTask<ConnectionDecision> HoldAsync(
        HttpContext http,
        ClaimsPrincipal user,
        Guid accountId,
        Dictionary<string, object?> items,
        DateTimeOffset? expires,
        CancellationToken ct
    )
    {
        var services = http.RequestServices;
        var memberships = await services.GetRequiredService<Memberships>().OfAccountAsync(accountId, ct);
        var member = memberships.FirstOrDefault(m => m.Slug == items.GetValueOrDefault(CoopItem) as string)?.MemberId;
        var connection = services.GetRequiredService<OpenConnections>().Enter(user, items, member);
        http.Response.RegisterForDispose(connection);
        return await services.GetRequiredService<Credentials>().StillHoldsAsync(user, ct) is null
            ? ConnectionDecision.Reject(CooperatorAuthenticationHandler.TokenRejected)
            : ConnectionDecision.Accept(user, items, expires).Until(connection.Withdrawn);
    }

    private static string? Text(JsonElement? payload, string name) =>
        payload is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
