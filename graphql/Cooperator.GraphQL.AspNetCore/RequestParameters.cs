using System.Text.Json;
using Cooperator.GraphQL.AspNetCore.Http.Uploads;

namespace Cooperator.GraphQL.AspNetCore;

/// <summary>The parameters of one operation, as every transport carries them: <c>query</c>, <c>variables</c> and their companions.</summary>
internal sealed class RequestParameters
{
    public ReadOnlyMemory<byte> Document { get; set; }

    public string? DocumentId { get; set; }

    public string? OperationName { get; set; }

    public JsonElement? Variables { get; set; }

    public JsonElement? Extensions { get; set; }

    /// <summary>The files of a multipart request; null without any.</summary>
    public UploadedFiles? Files { get; set; }

    /// <summary>Reads the JSON object the reader stands on and leaves the reader on its end. Unknown members are ignored.</summary>
    /// <exception cref="MalformedRequestException">A parameter has the wrong type, comes twice, or there is no document.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static RequestParameters Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                break;
            case JsonTokenType.StartArray:
                throw new MalformedRequestException("Batches are not supported: send one operation per request.");
            default:
                throw new MalformedRequestException("A request must be a JSON object.");
        }

        var parameters = new RequestParameters();
        var seen = Parameter.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var parameter = Recognise(ref reader);
            reader.Read();
            if ((seen & parameter) != Parameter.None)
            {
                throw new MalformedRequestException($"The parameter \"{Name(parameter)}\" must not be given twice.");
            }

            seen |= parameter;
            parameters.Take(parameter, ref reader);
        }

        parameters.EnsureDocument();
        return parameters;
    }

    /// <summary>Makes sure there is something to run.</summary>
    /// <exception cref="MalformedRequestException">There is neither a document nor the id or the hash of one.</exception>
    public void EnsureDocument()
    {
        var hasHash = Extensions is { } extensions && extensions.TryGetProperty("persistedQuery", out _);
        if (Document.IsEmpty && DocumentId is null && !hasHash)
        {
            throw new MalformedRequestException("The parameter \"query\" is missing.");
        }
    }

    private void Take(Parameter parameter, ref Utf8JsonReader reader)
    {
        switch (parameter)
        {
            case Parameter.Query:
                Document = ReadDocument(ref reader);
                break;
            case Parameter.DocumentId:
                DocumentId = ReadString(ref reader, parameter);
                break;
            case Parameter.OperationName:
                OperationName = ReadString(ref reader, parameter);
                break;
            case Parameter.Variables:
                Variables = ReadMap(ref reader, parameter);
                break;
            case Parameter.Extensions:
                Extensions = ReadMap(ref reader, parameter);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static byte[] ReadDocument(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        ExpectString(ref reader, Parameter.Query);
        // The token may only shrink when its escapes are resolved.
        var text = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(text);
        return length == text.Length ? text : text[..length];
    }

    private static string? ReadString(ref Utf8JsonReader reader, Parameter parameter)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        ExpectString(ref reader, parameter);
        return reader.GetString();
    }

    private static JsonElement? ReadMap(ref Utf8JsonReader reader, Parameter parameter) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.StartObject => JsonElement.ParseValue(ref reader),
            _ => throw WrongType(parameter, "an object"),
        };

    private static void ExpectString(ref Utf8JsonReader reader, Parameter parameter)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw WrongType(parameter, "a string");
        }
    }

    private static MalformedRequestException WrongType(Parameter parameter, string expected) =>
        new($"The parameter \"{Name(parameter)}\" must be {expected}.");

    private static Parameter Recognise(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8))
        {
            return Parameter.Query;
        }

        if (reader.ValueTextEquals("variables"u8))
        {
            return Parameter.Variables;
        }

        if (reader.ValueTextEquals("operationName"u8))
        {
            return Parameter.OperationName;
        }

        if (reader.ValueTextEquals("extensions"u8))
        {
            return Parameter.Extensions;
        }

        return reader.ValueTextEquals("documentId"u8) ? Parameter.DocumentId : Parameter.None;
    }

    private static string Name(Parameter parameter) =>
        parameter switch
        {
            Parameter.Query => "query",
            Parameter.DocumentId => "documentId",
            Parameter.OperationName => "operationName",
            Parameter.Variables => "variables",
            _ => "extensions",
        };

    [Flags]
    private enum Parameter
    {
        None = 0,
        Query = 1,
        DocumentId = 2,
        OperationName = 4,
        Variables = 8,
        Extensions = 16,
    }
}
