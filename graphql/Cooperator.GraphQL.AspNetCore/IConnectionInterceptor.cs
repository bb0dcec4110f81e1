using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>
/// Decides who a lasting connection speaks for: asked once per WebSocket, when <c>connection_init</c> arrives, and once per event
/// stream, before its operation runs. Without one registered, the connection speaks for the user of the HTTP request that opened it.
/// </summary>
public interface IConnectionInterceptor
{
    /// <summary>Accepts or rejects a connection.</summary>
    /// <param name="http">The request that opened the connection.</param>
    /// <param name="payload">The payload of <c>connection_init</c>; null when there was none, and for event streams.</param>
    /// <param name="ct">Cancelled when the client goes away.</param>
    ValueTask<ConnectionDecision> OnConnectAsync(HttpContext http, JsonElement? payload, CancellationToken ct);
}
