using System.Text.Json;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>The kinds of message a client may send.</summary>
internal enum ClientMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}

/// <summary>One message of a client, see "Message types" in the <c>graphql-transport-ws</c> protocol.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">The operation it is about; not null for <c>subscribe</c> and <c>complete</c>.</param>
/// <param name="Payload">The JSON text of its payload; empty when there is none. A part of the bytes it was read from.</param>
internal readonly record struct ClientMessage(ClientMessageType Type, string? Id, ReadOnlyMemory<byte> Payload)
{
    /// <exception cref="ProtocolException">The text is no message of the protocol.</exception>
    public static ClientMessage Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonText.Read(text.Span, "The message", (ref Utf8JsonReader reader) => Read(ref reader, text));
        }
        catch (MalformedRequestException e)
        {
            throw Invalid(e.Message);
        }
    }

    /// <summary>Reads the payload of <c>connection_init</c>.</summary>
    /// <exception cref="ProtocolException">It is not an object.</exception>
    public JsonElement? ReadInitPayload()
    {
        if (Payload.IsEmpty)
        {
            return null;
        }

        var element = JsonElement.Parse(Payload.Span);
        return element.ValueKind == JsonValueKind.Object
            ? element
            : throw Invalid("The payload of \"connection_init\" must be an object.");
    }

    /// <summary>Reads the payload of <c>subscribe</c>.</summary>
    /// <exception cref="ProtocolException">Its parameters are wrong.</exception>
    public RequestParameters ReadParameters()
    {
        try
        {
            return JsonText.Read(
                Payload.Span,
                "The payload",
                static (ref Utf8JsonReader reader) =>
                {
                    reader.Read();
                    return RequestParameters.Read(ref reader);
                }
            );
        }
        catch (MalformedRequestException e)
        {
            throw Invalid(e.Message);
        }
    }

    private static ClientMessage Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Invalid("A message must be a JSON object.");
        }

        ClientMessageType? type = null;
        string? id = null;
        var payload = ReadOnlyMemory<byte>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = ReadType(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id =
                    reader.TokenType == JsonTokenType.String
                        ? reader.GetString()
                        : throw Invalid("An id must be a string.");
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                reader.Read();
                payload = ReadPayload(ref reader, text);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // Anything after the object is a fault the reader finds.
        reader.Read();
        return Check(type, id, payload);
    }

    private static ClientMessage Check(ClientMessageType? type, string? id, ReadOnlyMemory<byte> payload)
    {
        if (type is not { } known)
        {
            throw Invalid("A message must have a type.");
        }

        if (known is ClientMessageType.Subscribe or ClientMessageType.Complete && string.IsNullOrEmpty(id))
        {
            throw Invalid("A message about an operation must have its id.");
        }

        if (known == ClientMessageType.Subscribe && payload.IsEmpty)
        {
            throw Invalid("A \"subscribe\" message must have a payload.");
        }

        return new ClientMessage(known, id, payload);
    }

    private static ClientMessageType ReadType(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Invalid("The type of a message must be a string.");
        }

        if (reader.ValueTextEquals("subscribe"u8))
        {
            return ClientMessageType.Subscribe;
        }

        if (reader.ValueTextEquals("complete"u8))
        {
            return ClientMessageType.Complete;
        }

        if (reader.ValueTextEquals("ping"u8))
        {
            return ClientMessageType.Ping;
        }

        if (reader.ValueTextEquals("pong"u8))
        {
            return ClientMessageType.Pong;
        }

        return reader.ValueTextEquals("connection_init"u8)
            ? ClientMessageType.ConnectionInit
            : throw Invalid($"The message type \"{reader.GetString()}\" is unknown.");
    }

    private static ReadOnlyMemory<byte> ReadPayload(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return text[start..(int)reader.BytesConsumed];
    }

    private static ProtocolException Invalid(string reason) => new(CloseCode.BadRequest, reason);
}
