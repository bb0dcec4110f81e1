using System.Net.WebSockets;
using System.Text;

namespace Cooperator.GraphQL.Tests.Transport.Support;

/// <summary>A WebSocket client that speaks in whole texts.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>Connects with the protocol's name.</summary>
    public static Task<SocketClient> ConnectAsync(TransportServer server) => ConnectAsync(server, _ => { });

    /// <summary>Connects with the protocol's name and more settings.</summary>
    public static async Task<SocketClient> ConnectAsync(
        TransportServer server,
        Action<ClientWebSocketOptions> configure,
        string? protocol = "graphql-transport-ws"
    )
    {
        var client = new SocketClient();
        if (protocol is not null)
        {
            client._socket.Options.AddSubProtocol(protocol);
        }

        configure(client._socket.Options);
        var url = new UriBuilder(server.Url) { Scheme = "ws" }.Uri;
        await Eventually.SoonAsync(client._socket.ConnectAsync(url, CancellationToken.None));
        return client;
    }

    /// <summary>Connects and initialises.</summary>
    public static async Task<SocketClient> InitialiseAsync(TransportServer server, string? payload = null)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync($$$"""{"type":"connection_init","payload":{{{payload ?? "null"}}}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
        return client;
    }

    public string? SubProtocol => _socket.SubProtocol;

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) =>
        Eventually.SoonAsync(_socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None));

    /// <summary>Sends a part of a message that is not its last.</summary>
    public Task SendPartAsync(string text) =>
        Eventually.SoonAsync(
            _socket.SendAsync(
                Encoding.UTF8.GetBytes(text),
                WebSocketMessageType.Text,
                endOfMessage: false,
                CancellationToken.None
            )
        );

    public Task SubscribeAsync(string id, string query) =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

    /// <summary>The next message; or, when the server closes, <c>close</c> with its code and reason.</summary>
    public async Task<string> ReceiveAsync()
    {
        var text = new MemoryStream();
        while (true)
        {
            var part = await Eventually.SoonAsync(_socket.ReceiveAsync(_buffer, CancellationToken.None));
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return $"close {(int?)_socket.CloseStatus} {_socket.CloseStatusDescription}";
            }

            text.Write(_buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
            }
        }
    }

    /// <summary>Receives until the server closes, and gives the close.</summary>
    public async Task<string> ReceiveCloseAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.StartsWith("close ", StringComparison.Ordinal))
            {
                return message;
            }
        }
    }

    /// <summary>Closes as a well-behaved client does.</summary>
    public Task CloseAsync() =>
        Eventually.SoonAsync(_socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None));

    /// <summary>Breaks the connection without a word.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
