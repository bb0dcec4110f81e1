using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>Writes the messages of the server, see "Message types" in the <c>graphql-transport-ws</c> protocol.</summary>
internal static class ServerMessage
{
    public static PooledBuffer ConnectionAck() => Copy("""{"type":"connection_ack"}"""u8);

    /// <summary>Answers a ping with its own payload.</summary>
    public static PooledBuffer Pong(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty)
        {
            return Copy("""{"type":"pong"}"""u8);
        }

        var message = new PooledBuffer();
        message.Write("""{"type":"pong","payload":"""u8);
        message.Write(payload);
        message.Write("}"u8);
        return message;
    }

    public static PooledBuffer Next(string id, OperationResult result)
    {
        var message = Begin("""{"type":"next","id":"""u8, id);
        result.WriteTo(message);
        message.Write("}"u8);
        return message;
    }

    public static PooledBuffer Error(string id, OperationResult result)
    {
        var message = Begin("""{"type":"error","id":"""u8, id);
        result.WriteErrorsTo(message);
        message.Write("}"u8);
        return message;
    }

    public static PooledBuffer Complete(string id)
    {
        var message = new PooledBuffer();
        message.Write("""{"type":"complete","id":"""u8);
        WriteString(message, id);
        message.Write("}"u8);
        return message;
    }

    private static PooledBuffer Begin(ReadOnlySpan<byte> start, string id)
    {
        var message = new PooledBuffer();
        message.Write(start);
        WriteString(message, id);
        message.Write(""","payload":"""u8);
        return message;
    }

    private static void WriteString(PooledBuffer message, string value)
    {
        message.Write("\""u8);
        message.Write(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        message.Write("\""u8);
    }

    private static PooledBuffer Copy(ReadOnlySpan<byte> text)
    {
        var message = new PooledBuffer(text.Length);
        message.Write(text);
        return message;
    }
}
