using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cooperator.Api.Database.Events;

/// <summary>How payloads are written: camelCase names, enum values as on the wire.</summary>
public static class EventJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        };
}
