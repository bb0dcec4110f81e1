using System.Text.Json.Serialization;

namespace Cooperator.GraphQL.AspNetCore.Ide;

/// <summary>What the page tells the IDE's script.</summary>
/// <param name="Endpoint">The path operations are sent to.</param>
/// <param name="DefaultQuery">The operation a new visitor finds.</param>
/// <param name="DefaultHeaders">The headers a new tab begins with.</param>
/// <param name="HiddenHeaders">The headers sent without being shown.</param>
internal sealed record IdeConfiguration(
    string Endpoint,
    string? DefaultQuery,
    IDictionary<string, string> DefaultHeaders,
    IDictionary<string, string> HiddenHeaders
);

/// <summary>Writes the configuration without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IdeConfiguration))]
internal sealed partial class IdeJson : JsonSerializerContext;
