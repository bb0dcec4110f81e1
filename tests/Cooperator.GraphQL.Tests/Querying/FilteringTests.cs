using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Building;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Querying;

public sealed class FilteringTests
{
    [Theory]
    [InlineData("""{ name: { eq: "Alma" } }""", "Alma")]
    [InlineData("""{ name: { neq: "Alma" } }""", "Bo")]
    [InlineData("""{ name: { contains: "l", startsWith: "A", endsWith: "a" } }""", "Alma")]
    [InlineData("""{ name: { in: ["Bo", "Ida"] } }""", "Bo")]
    [InlineData("""{ name: { nin: ["Bo"] } }""", "Alma")]
    [InlineData("""{ role: { eq: BOARD_MEMBER } }""", "Alma")]
    [InlineData("""{ role: { in: [RESIDENT] } }""", "Bo")]
    [InlineData("""{ leftOn: { eq: null } }""", "Alma")]
    [InlineData("""{ leftOn: { neq: null } }""", "Bo")]
    [InlineData("""{ leftOn: { gte: "2024-02-29", lt: "2024-03-01" } }""", "Bo")]
    [InlineData("""{ unitNumber: { gt: 7 } }""", "Alma")]
    [InlineData("""{ and: [{ unitNumber: { lte: 12 } }, { unitNumber: { lte: 7 } }] }""", "Bo")]
    [InlineData("""{ or: [{ unitNumber: { eq: 7 } }, { name: { eq: "Alma" } }] }""", "Alma, Bo")]
    [InlineData("""{ not: { name: { eq: "Alma" } } }""", "Bo")]
    [InlineData("""{ or: [{ name: { eq: "Alma" } }], unitNumber: { eq: 7 } }""", "")]
    [InlineData("""{}""", "Alma, Bo")]
    [InlineData("""{ name: {} }""", "Alma, Bo")]
    public async Task Lists_what_the_conditions_mean(string where, string expected)
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        var data = await server.QueryAsync(
            $"{{ members(first: 10, where: {where}) {{ nodes {{ name }} totalCount }} }}"
        );

        var names = data["members"]!["nodes"]!.AsArray().Select(node => (string?)node!["name"]).ToList();
        Assert.Equal(expected, string.Join(", ", names));
        Assert.Equal(names.Count, (int)data["members"]!["totalCount"]!);
    }

    [Fact]
    public async Task Reads_global_ids()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        var data = await server.QueryAsync(
            "query ($where: MemberFilterInput) { members(where: $where) { nodes { name } } }",
            new { where = new { id = new { @in = new[] { NodeIds.Format("Member", CoopSchema.Bo) } } } }
        );

        Assert.Equal("""{"members":{"nodes":[{"name":"Bo"}]}}""", data.ToJsonString());
    }

    [Theory]
    [InlineData("contains")]
    [InlineData("in")]
    [InlineData("nin")]
    public async Task Refuses_an_operation_without_a_value(string operation)
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Contains(
            $"The operation \\\"{operation}\\\" of \\\"name\\\" cannot be asked for null.",
            await server.ExecuteAsync($"{{ members(where: {{ name: {{ {operation}: null }} }}) {{ totalCount }} }}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Offers_the_operations_that_the_values_know()
    {
        await using var server = TestServer.Of(
            builder => builder.AddScalar(new HueScalar(), typeof(Hue)),
            typeof(PaintQueries)
        );

        Assert.Contains(
            "input HueFilterInput {\n  eq: Hue\n  neq: Hue\n  in: [Hue!]\n  nin: [Hue!]\n}",
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.Equal(
            """{"paints":[{"hue":"red"}]}""",
            (await server.QueryAsync("{ paints(where: { hue: { eq: \"red\" } }) { hue } }")).ToJsonString()
        );
    }

    public readonly record struct Hue(string Name);

    public sealed record Paint(Hue Hue);

    [QueryType]
    public static class PaintQueries
    {
        [UseFiltering(nameof(Paint.Hue))]
        public static IQueryable<Paint> GetPaints() => new[] { new Paint(new("red")), new(new("blue")) }.AsQueryable();
    }

    private sealed class HueScalar() : ScalarType<Hue>("Hue")
    {
        public override object ParseLiteral(ValueNode literal) => new Hue(((StringValueNode)literal).Value);

        public override object ParseValue(JsonElement value) => new Hue(value.GetString()!);

        public override void WriteValue(JsonBuffer buffer, Hue value) => buffer.WriteString(value.Name);

        public override ValueNode? ToLiteral(object value) => null;
    }
}
