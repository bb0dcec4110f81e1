using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>Reads the parameters from the URL of a GET request, see "GET" in the GraphQL over HTTP specification.</summary>
internal static class GetRequestReader
{
    /// <exception cref="MalformedRequestException">A parameter is wrong, comes twice, or there is no document.</exception>
    public static RequestParameters Read(HttpRequest request)
    {
        var parameters = new RequestParameters
        {
            Document = Encoding.UTF8.GetBytes(Single(request, "query") ?? ""),
            DocumentId = Single(request, "documentId"),
            OperationName = Single(request, "operationName"),
            Variables = Map(request, "variables"),
            Extensions = Map(request, "extensions"),
        };
        parameters.EnsureDocument();
        return parameters;
    }

    private static string? Single(HttpRequest request, string name)
    {
        var values = request.Query[name];
        if (values.Count > 1)
        {
            throw new MalformedRequestException($"The parameter \"{name}\" must not be given twice.");
        }

        return string.IsNullOrEmpty(values) ? null : values[0];
    }

    private static JsonElement? Map(HttpRequest request, string name)
    {
        if (Single(request, name) is not { } text)
        {
            return null;
        }

        var value = JsonText.Read(
            Encoding.UTF8.GetBytes(text),
            $"The parameter \"{name}\"",
            static (ref Utf8JsonReader reader) =>
            {
                var element = JsonElement.ParseValue(ref reader);
                reader.Read();
                return element;
            }
        );
        return value.ValueKind switch
        {
            JsonValueKind.Object => value,
            JsonValueKind.Null => null,
            _ => throw new MalformedRequestException($"The parameter \"{name}\" must be an object."),
        };
    }
}
