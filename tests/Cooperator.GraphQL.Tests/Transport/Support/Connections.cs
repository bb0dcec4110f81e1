using System.Security.Claims;
using System.Text.Json;
using Cooperator.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Transport.Support;

/// <summary>Decides the same about every connection.</summary>
internal sealed class FixedDecision(ConnectionDecision decision) : IConnectionInterceptor
{
    public ValueTask<ConnectionDecision> OnConnectAsync(HttpContext http, JsonElement? payload, CancellationToken ct) =>
        new(decision);
}

/// <summary>Accepts whoever says a name in <c>connection_init</c>, and expires at once whoever asks for it.</summary>
internal sealed class NamedConnections : IConnectionInterceptor
{
    public ValueTask<ConnectionDecision> OnConnectAsync(HttpContext http, JsonElement? payload, CancellationToken ct)
    {
        if (payload?.TryGetProperty("name", out var name) != true)
        {
            return new(ConnectionDecision.Reject("Say your name."));
        }

        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name.GetString()!)], "test"));
        var items = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = name.GetString() };
        DateTimeOffset? expires = payload.Value.TryGetProperty("expires", out _)
            ? TimeProvider.System.GetUtcNow().AddMilliseconds(50)
            : null;
        return new(ConnectionDecision.Accept(user, items, expires));
    }
}

/// <summary>Puts the connection's name into each scope; nobody named Nemo may have one.</summary>
internal sealed class NamedScopes : IOperationScopeInitializer
{
    public ValueTask InitializeAsync(
        IServiceProvider scope,
        ClaimsPrincipal user,
        IReadOnlyDictionary<string, object?> items,
        CancellationToken ct
    )
    {
        var name = (string?)items["name"];
        if (name == "Nemo")
        {
            throw new GraphQLException("Nobody is not welcome.");
        }

        scope.GetRequiredService<ProbeScope>().Name = name;
        return ValueTask.CompletedTask;
    }
}
