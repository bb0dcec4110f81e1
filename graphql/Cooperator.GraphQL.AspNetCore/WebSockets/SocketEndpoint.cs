using Microsoft.AspNetCore.Http;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>Answers WebSocket handshakes with the <c>graphql-transport-ws</c> protocol.</summary>
internal sealed class SocketEndpoint(SocketServices services)
{
    private const string Protocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext http)
    {
        if (!OriginGuard.MayConnect(http.Request, services.Options.AllowedOrigins))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (services.Stopping.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var speaks = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext
            {
                SubProtocol = speaks ? Protocol : null,
                KeepAliveInterval = services.Options.KeepAliveInterval,
                KeepAliveTimeout = services.Options.KeepAliveTimeout,
            }
        );
        using var connection = new SocketConnection(http, socket, services);
        if (speaks)
        {
            await connection.RunAsync();
        }
        else
        {
            await connection.RefuseAsync(new Closure(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable"));
        }
    }
}
