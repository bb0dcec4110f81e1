using System.Text.Json;

namespace Cooperator.GraphQL.Execution;

/// <summary>The <c>persistedQuery</c> extension of a request: Apollo's protocol for documents sent by their hash.</summary>
internal static class PersistedQuery
{
    private const int Version = 1;

    /// <summary>The hash a request names; null when it names none.</summary>
    /// <exception cref="GraphQLException">The extension is not of that protocol.</exception>
    public static string? HashOf(JsonElement? extensions)
    {
        if (
            extensions is not { ValueKind: JsonValueKind.Object } map
            || !map.TryGetProperty("persistedQuery", out var extension)
            || extension.ValueKind == JsonValueKind.Null
        )
        {
            return null;
        }

        if (
            extension.ValueKind == JsonValueKind.Object
            && extension.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
        )
        {
            return
                extension.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out var number)
                && number == Version
                ? hash.GetString()
                : throw new GraphQLException("Unsupported persisted query version");
        }

        throw new GraphQLException("The extension \"persistedQuery\" must be an object with \"sha256Hash\".");
    }
}
