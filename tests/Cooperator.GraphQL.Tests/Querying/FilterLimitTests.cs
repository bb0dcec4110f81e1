using System.Text.Json.Nodes;
using Cooperator.GraphQL.Tests.Building;

namespace Cooperator.GraphQL.Tests.Querying;

/// <summary>However long an input is, what is made of it for the database is not deep.</summary>
public sealed class FilterLimitTests
{
    private const string Filtered =
        "query ($where: MemberFilterInput) { members(first: 10, where: $where) { nodes { name } } }";

    [Fact]
    public async Task Two_hundred_conditions_may_be_asked_for()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"members":{"nodes":[{"name":"Bo"}]}}""",
            (await server.QueryAsync(Filtered, new { where = Or(199, "Bo") })).ToJsonString()
        );
    }

    [Theory]
    [InlineData(200)]
    [InlineData(30_000)]
    public async Task More_conditions_are_refused(int others)
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"errors":[{"message":"A filter may have 200 conditions at most.","locations":[{"line":1,"column":37}],"path":["members"],"extensions":{"code":"FILTER_LIMIT_EXCEEDED"}}],"data":{"members":null}}""",
            await server.ExecuteAsync(Filtered, new { where = Or(others, "Bo") })
        );
    }

    [Fact]
    public async Task Groups_without_conditions_are_counted_too()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Contains(
            "FILTER_LIMIT_EXCEEDED",
            await server.ExecuteAsync(Filtered, new { where = new { or = Enumerable.Repeat(new { }, 201) } }),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(18, "Bo")]
    [InlineData(19, null)]
    public async Task A_filter_may_be_nested_twenty_levels_deep(int levels, string? found)
    {
        await using var server = TestServer.Of(CoopSchema.Classes);
        JsonNode where = new JsonObject { ["name"] = new JsonObject { ["eq"] = "Bo" } };
        for (var level = 0; level < levels; level += 2)
        {
            where = new JsonObject { ["and"] = new JsonArray(where) };
            where = level + 1 < levels ? new JsonObject { ["or"] = new JsonArray(where) } : where;
        }

        var response = await server.ExecuteAsync(Filtered, new { where });

        Assert.Contains(
            found is null ? "A filter may be nested 20 levels deep at most." : "\"nodes\":[{\"name\":\"Bo\"}]",
            response,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_list_of_values_is_one_condition()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);
        var names = Enumerable.Range(0, 10_000).Select(number => $"n{number}").Append("Bo");

        var data = await server.QueryAsync(Filtered, new { where = new { name = new { @in = names } } });

        Assert.Equal("""{"members":{"nodes":[{"name":"Bo"}]}}""", data.ToJsonString());
    }

    [Fact]
    public async Task A_key_that_comes_again_does_not_change_the_order()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);
        var order = Enumerable.Range(0, 50_000).Select(number => new { name = number == 0 ? "DESC" : "ASC" });

        var data = await server.QueryAsync(
            "query ($order: [MemberSortInput!]) { members(first: 10, order: $order) { nodes { name } } }",
            new { order }
        );

        Assert.Equal("""{"members":{"nodes":[{"name":"Bo"},{"name":"Alma"}]}}""", data.ToJsonString());
    }

    private static object Or(int others, string name) =>
        new
        {
            or = Enumerable
                .Range(0, others)
                .Select(number => new { name = new { eq = $"n{number}" } })
                .Append(new { name = new { eq = name } }),
        };
}
