using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Costs;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Building;
using Cooperator.GraphQL.Tests.Validation;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Costs;

/// <summary>What operations cost, with and without variables.</summary>
public sealed class OperationCostTests
{
    private static readonly Schema Pets = SchemaBuilder.FromSdl(PetSchema.Sdl);

    [Fact]
    public void Lists_multiply_what_is_selected_of_their_items()
    {
        // dog: 1 for the resolver, 1 for the object, 1 for the name; mammals: 1, and 10 times an object that costs 1 and its mother, who costs 2.
        Assert.Equal(3, CostOf("{ dog { name } __typename }"));
        Assert.Equal(31, CostOf("{ mammals { mother { __typename } } }"));
        Assert.Equal(
            CostOf("{ mammals { __typename } dog { name } }"),
            CostOf(
                "{ ...F ... { dog { ...G } } } fragment F on QueryRoot { mammals { __typename } } fragment G on Dog { name }"
            )
        );
    }

    [Fact]
    public void Fragments_that_double_at_each_step_are_measured_and_not_followed() =>
        Assert.True(CostOf(Doubling("relatives { ...F{0} } ...F{0}", "name")) > 1e60);

    [Theory]
    [InlineData("{ shelves(first: 3) { books { title } } }", null, 1 + (3 * (1 + 1 + (10 * 1))))]
    [InlineData("{ shelves { books { title } } }", null, 1 + (5 * 12))]
    [InlineData("query($n: Int) { shelves(first: $n) { books { title } } }", "{\"n\":3}", 1 + (3 * 12))]
    [InlineData("query($n: Int) { shelves(first: $n) { books { title } } }", "{\"n\":0}", 1)]
    [InlineData("query($n: Int) { shelves(first: $n) { books { title } } }", "{\"n\":null}", 1 + (5 * 12))]
    [InlineData("query($n: Int) { shelves(first: $n) { books { title } } }", "{}", 1 + (5 * 12))]
    [InlineData("query($n: Int = 2) { shelves(first: $n) { books { title } } }", "{}", 1 + (2 * 12))]
    [InlineData("query($n: Int) { shelves(first: 4, last: $n) { room } }", "{\"n\":7}", 1 + (7 * 2))]
    [InlineData("query($n: Int) { shelves(first: 4, last: $n) { room } }", "{\"n\":1}", 1 + (4 * 2))]
    [InlineData("query($n: Int) { page(size: $n) { items { title } } }", "{\"n\":3}", 1 + 1 + (3 * 1))]
    [InlineData("query($n: Int) { page(size: $n) { items { title } } }", "{}", 1 + 1 + (20 * 1))]
    [InlineData(
        "query($a: Int, $b: Int) { shelves(first: $a) { ...F ...F } } fragment F on Shelf { next(first: $b) { room } }",
        "{\"a\":2,\"b\":3}",
        1 + (2 * (1 + (2 * (1 + (3 * 2)))))
    )]
    public async Task A_list_is_as_long_as_its_arguments_say_be_they_variables_or_not(
        string document,
        string? variables,
        double cost
    )
    {
        await using var server = TestServer.Of(typeof(ShelfQueries), typeof(ShelfType));

        var told = await server.ExecuteAsync(
            document,
            variables is null ? null : System.Text.Json.JsonDocument.Parse(variables).RootElement,
            """{"cost":"report"}"""
        );

        Assert.Contains(
            $"\"extensions\":{{\"cost\":{{\"cost\":{cost},\"maxCost\":10000}}}}",
            told,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_operation_that_costs_too_much_with_its_variables_is_refused_before_anything_runs()
    {
        await using var server = TestServer.Of(
            builder => builder.ModifyOptions(options => options.MaxCost = 100),
            typeof(ShelfQueries),
            typeof(ShelfType)
        );
        const string document = "query($n: Int!) { shelves(first: $n) { room } broken }";

        Assert.Equal(
            """{"errors":[{"message":"The operation would cost 102, but may cost at most 100.","locations":[{"line":1,"column":1}],"extensions":{"code":"COST_LIMIT_EXCEEDED","cost":102,"maxCost":100}}]}""",
            await server.ExecuteAsync(document, new { n = 50 })
        );
        Assert.Contains(
            "\"path\":[\"broken\"]",
            await server.ExecuteAsync(document, new { n = 49 }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "but may cost at most 100.",
            await server.ExecuteAsync("query($n: Int!) { shelves(first: $n) { room } }", new { n = int.MaxValue }),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{ long { title } }", null, 1 + 10)]
    [InlineData("query($n: Long) { long(count: $n) { title } }", 3L, 1 + 3)]
    [InlineData("query($n: Long) { long(count: $n) { title } }", null, 1 + 10)]
    [InlineData("query($n: Long) { long(count: $n) { title } }", long.MaxValue, 1d + int.MaxValue)]
    [InlineData("query($n: Long) { long(count: $n) { title } }", long.MinValue, 1 + 10)]
    public async Task A_size_that_nothing_is_said_of_is_ten_and_a_long_counts_as_an_int_does(
        string document,
        long? count,
        double cost
    )
    {
        await using var server = TestServer.Of(
            builder => builder.ModifyOptions(options => options.MaxCost = double.MaxValue),
            typeof(LongShelfQueries)
        );

        Assert.Contains(
            $"\"extensions\":{{\"cost\":{{\"cost\":{cost},",
            await server.ExecuteAsync(document, new { n = count }, """{"cost":"report"}"""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_cost_is_told_only_when_asked()
    {
        await using var server = TestServer.Of(typeof(ShelfQueries), typeof(ShelfType));

        Assert.Equal("""{"data":{"shelves":[]}}""", await server.ExecuteAsync("{ shelves { room } }"));
    }

    [Fact]
    public void Fragments_that_double_with_variables_are_measured_once_and_stay_below_infinity()
    {
        var schema = TestServer.Of(typeof(ShelfQueries), typeof(ShelfType)).Schema;
        var document = Parser.Parse(
            "query($n: Int) { shelves(first: $n) { ...F0 } } "
                + Fragments("Shelf", "next(first: $n) { ...F{0} } more: next(first: $n) { ...F{0} } ...F{0}", "room")
        );

        var cost = OperationCost.Of(schema, document, (OperationDefinitionNode)document.Definitions[0]);

        Assert.True(cost.IsVariable);
        Assert.Equal(1e100, cost.For(Given(int.MaxValue)));
        Assert.Equal(1, cost.For(Given(0)));
    }

    [Fact]
    public void Fragments_below_a_paged_field_are_measured_once_for_each_length_of_a_page()
    {
        var schema = TestServer.Of(typeof(ShelfQueries), typeof(ShelfType), typeof(ShelfPageType)).Schema;
        var aliases = string.Join(' ', Enumerable.Range(0, 16).Select(n => $"a{n}: page(size: 2) {{ ...F{{0}} }}"));
        var document = Parser.Parse(
            "{ page(size: 1) { ...F0 } } " + Fragments("ShelfPage", aliases, "items { title }")
        );

        var cost = OperationCost.Of(schema, document, (OperationDefinitionNode)document.Definitions[0]);

        Assert.InRange(cost.For(Given(0)), 1e72, 1e73);
    }

    [Theory]
    [InlineData(3_990, 3)]
    [InlineData(4_000, 4)]
    [InlineData(8_000, 5)]
    public void Names_that_swell_each_object_of_the_response_cost_something(int length, double cost) =>
        Assert.Equal(cost, CostOf($"{{ dog {{ {new string('a', length)}: name }} }}"));

    [Fact]
    public void Introspection_is_free_as_long_as_it_asks_for_what_tools_ask_for()
    {
        Assert.Equal(0, CostOf("{ __schema { types { name fields { name type { kind } } } } }"));

        var kinds = string.Join(' ', Enumerable.Range(0, 50).Select(n => $"k{n}: kind"));
        var types = string.Join(' ', Enumerable.Range(0, 50).Select(n => $"t{n}: type {{ ...K }}"));
        Assert.Equal(
            0,
            CostOf($"{{ __schema {{ types {{ {types.Replace("...K", "kind", StringComparison.Ordinal)} }} }} }}")
        );
        Assert.True(
            CostOf(
                $"{{ __schema {{ types {{ a: ofType {{ {types} }} b: ofType {{ {types} }} c: ofType {{ {types} }} }} }} }} fragment K on __Type {{ {kinds} }}"
            ) > 0
        );
        Assert.Equal(10_000, CostOf($"{{ __type(name: \"Dog\") {{ {new string('a', 30_000)}: name }} }}"));
    }

    private static Dictionary<string, object?> Given(int n) => new() { ["n"] = n };

    private static double CostOf(string query)
    {
        var document = Parser.Parse(query);
        return OperationCost
            .Of(Pets, document, (OperationDefinitionNode)document.Definitions[0])
            .For(new Dictionary<string, object?>());
    }

    private static string Doubling(string step, string end) => "{ human { ...F0 } } " + Fragments("Human", step, end);

    private static string Fragments(string type, string step, string end) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    $"fragment F{i} on {type} {{ {step.Replace("{0}", $"{i + 1}", StringComparison.Ordinal)} }}"
                )
        ) + $" fragment F60 on {type} {{ {end} }}";
}

[QueryType]
internal static class ShelfQueries
{
    [ListSize(AssumedSize = 5, SlicingArguments = ["first", "last"])]
    public static List<Shelf> Shelves(int? first = null, int? last = null) => [];

    [ListSize(AssumedSize = 20, SlicingArguments = ["size"], SizedFields = ["items"])]
    public static ShelfPage Page(int? size = null) => new();

    public static int? Broken() => throw new InvalidOperationException();
}

[ObjectType<Shelf>]
internal static class ShelfType
{
    public static List<ShelvedBook> Books(int? first = null) => [];

    [ListSize(AssumedSize = 2, SlicingArguments = ["first"])]
    public static List<Shelf> Next(int? first = null) => [];

    public static string Room() => "attic";
}

internal sealed record Shelf(int Number);

[ObjectType<ShelfPage>]
internal static class ShelfPageType
{
    [ListSize(AssumedSize = 20, SlicingArguments = ["size"], SizedFields = ["items"])]
    public static ShelfPage Page(int? size = null) => new();
}

internal sealed class ShelfPage
{
    public List<ShelvedBook> Items { get; } = [];
}

[QueryType]
internal static class LongShelfQueries
{
    [ListSize(SlicingArguments = ["count"])]
    public static ShelvedBook[] Long(long? count = null) => count == 0 ? [new("none")] : [];
}

internal sealed record ShelvedBook(string Title);
