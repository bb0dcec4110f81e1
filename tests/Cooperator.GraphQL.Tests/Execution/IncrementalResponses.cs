using System.Text.Json.Nodes;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Reads responses that come in several results.</summary>
internal static class IncrementalResponses
{
    /// <summary>Every result of an operation, as text.</summary>
    public static async Task<List<string>> ExecuteAsync(
        RequestExecutor executor,
        OperationRequest request,
        CancellationToken cancellationToken = default
    )
    {
        await using var response = await executor.ExecuteAsync(request, cancellationToken);
        if (response is not IncrementalResult incremental)
        {
            return [Responses.Text(Assert.IsType<OperationResult>(response))];
        }

        var results = new List<string>();
        await foreach (var result in incremental.ReadAsync(cancellationToken))
        {
            await using (result)
            {
                results.Add(Responses.Text(result));
            }
        }

        return results;
    }

    /// <summary>Which result says what, whatever the ids and the order of what one of them says.</summary>
    public static string Normal(IReadOnlyList<string> results)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new List<string>();
        foreach (var result in results.Select(text => JsonNode.Parse(text)!.AsObject()))
        {
            foreach (var pending in List(result, "pending"))
            {
                var place = new JsonObject
                {
                    ["path"] = pending["path"]!.DeepClone(),
                    ["label"] = (string?)pending["label"],
                };
                places[(string)pending["id"]!] = place.ToJsonString();
            }

            var entries = new[] { "pending", "incremental", "completed" }.SelectMany(kind =>
                List(result, kind)
                    .Select(entry =>
                    {
                        entry["id"] = places[(string)entry["id"]!];
                        return $"  {kind} {Sorted(entry)!.ToJsonString(Responses.Readable)}";
                    })
                    .Order(StringComparer.Ordinal)
            );
            lines.Add(
                $"{result["hasNext"]} {result["data"]?.ToJsonString()} {Sorted(result["errors"])?.ToJsonString()}"
            );
            lines.AddRange(entries);
        }

        return string.Join('\n', lines);
    }

    /// <summary>
    /// The result of graphql-js as it is expected here: a place of the document that is reached both deferred and not is named once.
    /// </summary>
    public static string WithoutRepeatedLocations(string json)
    {
        var result = JsonNode.Parse(json)!;
        Visit(result);
        return result.ToJsonString(Responses.Readable);

        static void Visit(JsonNode? node)
        {
            if (node is JsonObject map)
            {
                if (map["locations"] is JsonArray locations && map.ContainsKey("message"))
                {
                    map["locations"] = new JsonArray([
                        .. locations.DistinctBy(one => one!.ToJsonString()).Select(one => one!.DeepClone()),
                    ]);
                }

                foreach (var (_, value) in map)
                {
                    Visit(value);
                }
            }
            else if (node is JsonArray list)
            {
                foreach (var item in list)
                {
                    Visit(item);
                }
            }
        }
    }

    /// <summary>Puts the results together, as a client does: one response with all the data and all the errors.</summary>
    public static string Merge(IReadOnlyList<string> results, bool dataOnly = false)
    {
        var response = JsonNode.Parse(results[0])!.AsObject();
        var errors = new List<JsonNode?>();
        var places = new Dictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var result in results.Select(text => JsonNode.Parse(text)!.AsObject()))
        {
            Keep(result["errors"]);
            foreach (var pending in List(result, "pending"))
            {
                places.Add((string)pending["id"]!, pending["path"]!.AsArray());
            }

            foreach (var part in List(result, "incremental"))
            {
                Keep(part["errors"]);
                Apply(response["data"]!, places[(string)part["id"]!], part);
            }

            foreach (var completed in List(result, "completed"))
            {
                Keep(completed["errors"]);
                Assert.True(places.Remove((string)completed["id"]!));
            }
        }

        Assert.Empty(places);
        var merged = new JsonObject { ["data"] = Sorted(response["data"], all: true) };
        if (errors.Count > 0 && !dataOnly)
        {
            merged["errors"] = new JsonArray([.. errors.Select(error => error!.DeepClone())]);
        }

        return Responses.Normal(merged.ToJsonString());

        void Keep(JsonNode? more) => errors.AddRange(more?.AsArray() ?? []);
    }

    private static void Apply(JsonNode data, JsonArray path, JsonObject part)
    {
        var place = data;
        foreach (var step in path.Concat(part["subPath"]?.AsArray() ?? []))
        {
            place =
                step!.GetValueKind() == System.Text.Json.JsonValueKind.Number
                    ? place[(int)step]!
                    : place[(string)step!]!;
        }

        foreach (var item in part["items"]?.AsArray() ?? [])
        {
            place.AsArray().Add(item?.DeepClone());
        }

        foreach (var (name, value) in part["data"]?.AsObject() ?? [])
        {
            Assert.False(place.AsObject().ContainsKey(name), $"\"{name}\" is delivered twice.");
            place[name] = value?.DeepClone();
        }
    }

    private static IEnumerable<JsonObject> List(JsonObject result, string name) =>
        (result[name]?.AsArray() ?? []).Select(entry => entry!.AsObject());

    private static JsonNode? Sorted(JsonNode? node, bool all = false) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair =>
                        KeyValuePair.Create(
                            pair.Key,
                            all || pair.Key is not ("data" or "items")
                                ? Sorted(pair.Value, all)
                                : pair.Value?.DeepClone()
                        )
                    )
            ),
            JsonArray list when !all && list.Any(item => item is JsonObject map && map.ContainsKey("message")) =>
                new JsonArray([
                    .. list.OrderBy(item => item!.ToJsonString(), StringComparer.Ordinal).Select(item => Sorted(item)),
                ]),
            JsonArray list => new JsonArray([.. list.Select(item => Sorted(item, all))]),
            _ => node?.DeepClone(),
        };
}
