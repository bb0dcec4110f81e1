using System.Net.WebSockets;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>Reads whole messages from a WebSocket. An idle connection holds no buffer.</summary>
internal sealed class SocketReader(WebSocket socket, int maxMessageSize)
{
    /// <summary>Reads the next message; null when the client closed the connection.</summary>
    /// <exception cref="ProtocolException">The message is binary, or longer than allowed.</exception>
    /// <exception cref="WebSocketException">The connection is broken.</exception>
    public async ValueTask<PooledBuffer?> ReadAsync()
    {
        // Asking for nothing waits until there is something.
        var part = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        var message = new PooledBuffer();
        try
        {
            while (part.MessageType == WebSocketMessageType.Text && !part.EndOfMessage)
            {
                part = await socket.ReceiveAsync(message.GetMemory(sizeHint: 256), CancellationToken.None);
                message.Advance(part.Count);
                if (message.Length > maxMessageSize)
                {
                    throw new ProtocolException(
                        CloseCode.MessageTooBig,
                        $"A message must not be longer than {maxMessageSize} bytes."
                    );
                }
            }
        }
        catch
        {
            message.Dispose();
            throw;
        }

        switch (part.MessageType)
        {
            case WebSocketMessageType.Text:
                return message;
            case WebSocketMessageType.Close:
                message.Dispose();
                return null;
            default:
                message.Dispose();
                throw new ProtocolException(CloseCode.BadRequest, "Messages must be text.");
        }
    }

    /// <summary>Reads and forgets until the client closes the connection, as RFC 6455 wants from a side that closed first.</summary>
    /// <exception cref="WebSocketException">The connection is broken.</exception>
    public async Task DiscardAsync()
    {
        using var scratch = new PooledBuffer();
        while (
            (await socket.ReceiveAsync(scratch.GetMemory(), CancellationToken.None)).MessageType
            != WebSocketMessageType.Close
        )
        {
            // Forgotten.
        }
    }
}
