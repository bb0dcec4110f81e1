using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Cooperator.GraphQL.AspNetCore.Http.Uploads;

/// <summary>Reads the JSON parts of a multipart request.</summary>
internal static class UploadJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="MalformedRequestException">The text is not a JSON object.</exception>
    public static JsonObject ReadObject(ReadOnlySpan<byte> text, string part)
    {
        if (!Utf8.IsValid(text))
        {
            throw new MalformedRequestException($"The part \"{part}\" is not valid UTF-8.");
        }

        EnsureValid(text, part);
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException)
        {
            throw new MalformedRequestException($"The part \"{part}\" has a member twice.");
        }

        return node switch
        {
            JsonObject map => map,
            JsonArray when part == "operations" => throw new MalformedRequestException(
                "Batches are not supported: send one operation per request."
            ),
            _ => throw new MalformedRequestException($"The part \"{part}\" must be a JSON object."),
        };
    }

    private static void EnsureValid(ReadOnlySpan<byte> text, string part) =>
        JsonText.Read(
            text,
            $"The part \"{part}\"",
            static (ref Utf8JsonReader reader) =>
            {
                while (reader.Read()) { }

                return true;
            }
        );
}
