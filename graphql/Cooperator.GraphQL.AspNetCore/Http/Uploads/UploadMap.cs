using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cooperator.GraphQL.AspNetCore.Http.Uploads;

/// <summary>Which files stand where in an operation: the <c>map</c> of a multipart request.</summary>
internal sealed class UploadMap
{
    private readonly HashSet<string> _awaited = new(StringComparer.Ordinal);

    private UploadMap() { }

    /// <summary>Reads the map and puts the names of files where it says, in place of null.</summary>
    /// <param name="json">The text of the map.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="mostFiles">How many files there may be.</param>
    /// <exception cref="MalformedRequestException">The map is no map, or means a place that is not there.</exception>
    public static UploadMap Read(ReadOnlySpan<byte> json, JsonObject operation, int mostFiles)
    {
        var map = new UploadMap();
        var entries = UploadJson.ReadObject(json, "map");
        if (entries.Count > mostFiles)
        {
            throw new MalformedRequestException($"A request may have {mostFiles} files.", status: 413);
        }

        foreach (var (name, places) in entries)
        {
            if (places is not JsonArray { Count: > 0 } list)
            {
                throw Wrong(name, "must be a list of paths");
            }

            map._awaited.Add(name);
            foreach (var place in list)
            {
                if (place?.GetValueKind() != JsonValueKind.String)
                {
                    throw Wrong(name, "must be a list of paths");
                }

                Put(name, place.GetValue<string>(), operation);
            }
        }

        return map;
    }

    /// <summary>Notes that a file has come.</summary>
    /// <exception cref="MalformedRequestException">It is not in the map, or came before.</exception>
    public void Take(string name)
    {
        if (!_awaited.Remove(name))
        {
            throw new MalformedRequestException($"The part \"{name}\" is not in the map, or came before.");
        }
    }

    /// <exception cref="MalformedRequestException">A file of the map has not come.</exception>
    public void EnsureComplete()
    {
        if (_awaited.Count > 0)
        {
            throw new MalformedRequestException(
                $"The file \"{_awaited.Order(StringComparer.Ordinal).First()}\" is missing."
            );
        }
    }

    private static void Put(string name, string path, JsonObject operation)
    {
        var steps = path.Split('.');
        if (steps.Length < 2 || steps[0] != "variables")
        {
            throw Wrong(name, $"has a path that does not lead into the variables: \"{path}\"");
        }

        JsonNode? place = operation;
        for (var index = 0; index < steps.Length - 1; index++)
        {
            place = Step(place, steps[index]) is { Exists: true } next ? next.Value : throw NotNull(name, path);
        }

        if (Step(place, steps[^1]) is not { Exists: true, Value: null })
        {
            throw NotNull(name, path);
        }

        if (place is JsonArray list)
        {
            list[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = name;
        }
        else
        {
            place![steps[^1]] = name;
        }
    }

    private static (bool Exists, JsonNode? Value) Step(JsonNode? place, string step) =>
        place switch
        {
            JsonObject map => (map.TryGetPropertyValue(step, out var value), value),
            JsonArray list
                when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < list.Count => (true, list[index]),
            _ => default,
        };

    private static MalformedRequestException NotNull(string name, string path) =>
        Wrong(name, $"has a path to a place where there is no null: \"{path}\"");

    private static MalformedRequestException Wrong(string name, string what) =>
        new($"The entry \"{name}\" of the map {what}.");
}
