using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Cooperator.Api.Platform.Events;
using Cooperator.Api.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Support;

/// <summary>A connection by graphql-transport-ws, as the web app holds one.</summary>
internal sealed class LiveSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly WebSocket _socket;

    private LiveSocket(WebSocket socket) => _socket = socket;

    public static async Task<LiveSocket> OpenAsync(IdentityHouse house, string token, string coop)
    {
        await house.Services.GetRequiredService<EventRelay>().Listening.WaitAsync(Patience);
        var client = house.Server.CreateWebSocketClient();
        client.SubProtocols.Add("graphql-transport-ws");
        var socket = new LiveSocket(await client.ConnectAsync(new Uri("ws://localhost/graphql"), default));
        await socket.SendAsync(
            new { type = "connection_init", payload = new { authorization = $"Bearer {token}", coop } }
        );
        Assert.Equal("connection_ack", (await socket.ReceiveAsync()).GetProperty("type").GetString());
        return socket;
    }

    /// <summary>Subscribes; everything that happens after the task has completed is told.</summary>
    public async Task SubscribeAsync(string query)
    {
        await SendAsync(
            new
            {
                type = "subscribe",
                id = "1",
                payload = new { query },
            }
        );
        // Answered in order: when the pong is here, the subscription was taken up.
        await SendAsync(new { type = "ping" });
        Assert.Equal("pong", (await ReceiveAsync()).GetProperty("type").GetString());
    }

    /// <summary>The data of the next event.</summary>
    public async Task<JsonElement> NextAsync()
    {
        var message = await ReceiveAsync();
        Assert.True(message.GetProperty("type").GetString() == "next", message.ToString());
        return message.GetProperty("payload").GetProperty("data");
    }

    public async Task<JsonElement> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, patience.Token);
            message.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);

        Assert.True(part.MessageType == WebSocketMessageType.Text, part.CloseStatusDescription);
        return JsonDocument.Parse(message.ToArray()).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        _socket.Dispose();
    }

    private Task SendAsync(object message) =>
        _socket.SendAsync(
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message)),
            WebSocketMessageType.Text,
            endOfMessage: true,
            default
        );
}
