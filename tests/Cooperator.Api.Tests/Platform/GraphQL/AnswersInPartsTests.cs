using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Platform.GraphQL;

/// <summary>Answers in parts: the transaction of the request lasts until the last of them.</summary>
public sealed class AnswersInPartsTests(LivedInHouse world) : IClassFixture<LivedInHouse>
{
    private const string Boundary = "\r\n---";

    [Fact]
    public async Task What_is_deferred_comes_later_and_is_the_same()
    {
        const string Query = """
            { members(first: 20) { nodes { id @DEFER { displayName household { name } unit { number } } } } }
            """;
        var whole = await world
            .Members[Role.Resident]
            .DataAsync(Query.Replace("@DEFER", "...", StringComparison.Ordinal));

        // More than once: an operation is read in another way when it is known.
        for (var time = 0; time < 3; time++)
        {
            var results = await PartsAsync(
                Role.Resident,
                Query.Replace("@DEFER", "... @defer", StringComparison.Ordinal)
            );
            var nodes = results[0]["data"]!["members"]!["nodes"]!.AsArray();
            Assert.All(nodes, node => Assert.Single(node!.AsObject()));
            foreach (var part in results.Skip(1).SelectMany(result => result["incremental"]?.AsArray() ?? []))
            {
                var place = results[0]["pending"]!
                    .AsArray()
                    .Single(pending => (string)pending!["id"]! == (string)part!["id"]!)!["path"]!;
                foreach (var (name, value) in part!["data"]!.AsObject())
                {
                    nodes[(int)place[2]!]![name] = value?.DeepClone();
                }
            }

            Assert.True(
                JsonNode.DeepEquals(JsonNode.Parse(whole.ToString()), results[0]["data"]),
                results[0].ToString()
            );
        }
    }

    [Fact]
    public async Task Items_are_streamed()
    {
        var results = await PartsAsync(
            Role.Resident,
            "{ members(first: 20) { nodes @stream(initialCount: 1) { displayName unit { number } } } }"
        );
        Assert.Single(results[0]["data"]!["members"]!["nodes"]!.AsArray());
        Assert.NotEmpty(results[1]["incremental"]![0]!["items"]!.AsArray());
        Assert.False((bool)results[^1]["hasNext"]!);
    }

    private async Task<List<JsonNode>> PartsAsync(Role role, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Add("Accept", "multipart/mixed, application/json");
        using var response = await world.Members[role].Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal("multipart/mixed", response.Content.Headers.ContentType?.MediaType);
        return
        [
            .. text.Split(Boundary)[1..^1]
                .Select(part => JsonNode.Parse(part[part.IndexOf('{', StringComparison.Ordinal)..])!),
        ];
    }
}
