using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Cooperator.Api.Platform.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Identity;

internal static class GraphQLClient
{
    /// <summary>Sends one operation and gives the whole answer.</summary>
    public static async Task<JsonElement> AskAsync(
        this HttpClient client,
        string query,
        string? coop = "lindenhof",
        object? variables = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        if (coop is not null)
        {
            request.Headers.Add("Cooperator-Coop", coop);
        }

        var answer = await client.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>The codes of the top-level errors.</summary>
    public static string[] Codes(this JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(e => e.GetProperty("extensions").Text("code"))]
            : [];

    /// <summary>The data of an answer without errors.</summary>
    public static JsonElement Data(this JsonElement answer)
    {
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        return answer.GetProperty("data");
    }
}

/// <summary>A subscription over <c>graphql-transport-ws</c>, as a dashboard opens it.</summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private readonly WebSocket _socket;

    private LiveClient(WebSocket socket) => _socket = socket;

    public static async Task<LiveClient> ConnectAsync(IdentityHouse house, object payload)
    {
        await house.Services.GetRequiredService<EventRelay>().Listening.WaitAsync(TimeSpan.FromMinutes(3));
        var sockets = house.Server.CreateWebSocketClient();
        sockets.SubProtocols.Add("graphql-transport-ws");
        var client = new LiveClient(await sockets.ConnectAsync(new Uri("ws://localhost/graphql"), default));
        await client.SendAsync(new { type = "connection_init", payload });
        return client;
    }

    /// <summary>Opens a subscription and makes sure that it is open.</summary>
    public async Task SubscribeAsync(string query)
    {
        Assert.Equal("connection_ack", (await NextAsync()).Text("type"));
        await SendAsync(
            new
            {
                id = "1",
                type = "subscribe",
                payload = new { query },
            }
        );
    }

    public Task SendAsync(object message) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, default);

    /// <summary>The next message; when the server closed instead, its code and reason.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var buffer = new byte[64 * 1024];
        var received = await _socket.ReceiveAsync(buffer, patience.Token);
        return received.MessageType == WebSocketMessageType.Close
            ? JsonSerializer.SerializeToElement(
                new
                {
                    type = "closed",
                    code = (int)received.CloseStatus!,
                    reason = received.CloseStatusDescription,
                }
            )
            : JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, received.Count)).RootElement;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
