using System.Security.Claims;
using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Building;

public sealed class ParameterTests
{
    [Fact]
    public async Task Binds_each_parameter_by_its_kind()
    {
        await using var server = TestServer.Of(
            builder => builder.Services.AddSingleton(new Greeter("Hello")).AddScoped<Counter>(),
            typeof(Queries),
            typeof(ItemType)
        );

        Assert.Contains("  greet(name: String!, times: Long): String!\n", server.Sdl, StringComparison.Ordinal);
        Assert.Contains("  next: Item!\n", server.Sdl, StringComparison.Ordinal);
        Assert.Equal(
            """{"greet":"Hello Alma 2 greet","absent":"absent","null":"null","items":[{"next":{"number":2},"sees":true},{"next":{"number":3},"sees":true}],"batches":1}""",
            (
                await server.QueryAsync(
                    """
                    {
                      greet(name: "Alma", times: 2)
                      absent: tell
                      null: tell(text: null)
                      items { next { number } sees }
                      batches
                    }
                    """
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Tells_what_is_selected_below()
    {
        await using var server = TestServer.Of(
            builder => builder.Services.AddScoped<Counter>().AddSingleton(new Greeter("")),
            typeof(Queries),
            typeof(ItemType)
        );

        Assert.Equal(
            """{"a":{"number":1},"b":{"__typename":"Item"},"c":{"number":1}}""",
            (
                await server.QueryAsync(
                    "{ a: selected { number } b: selected { __typename } c: selected { ...N } } fragment N on Item { number }"
                )
            ).ToJsonString()
        );
        Assert.Equal([true, false, true], Queries.Seen);
    }

    [Theory]
    [InlineData("{ numbered(id: \"ID\") }")]
    [InlineData("query ($id: ID! = \"ID\") { numbered(id: $id) }")]
    public async Task An_id_that_is_too_large_is_an_error_of_the_field(string document)
    {
        await using var server = TestServer.Of(typeof(NumberedQueries));
        var id = NodeIds.Format("Item", 1L + int.MaxValue);
        document = document.Replace("ID\"", $"{id}\"", StringComparison.Ordinal);

        Assert.Equal(
            $$$"""{"errors":[{"message":"\"{{{id}}}\" is out of range.","locations":[{"line":1,"column":{{{1 + document.IndexOf("numbered", StringComparison.Ordinal)}}}}],"path":["numbered"]}],"data":{"numbered":null}}""",
            await server.ExecuteAsync(document)
        );
    }

    [Theory]
    [InlineData("text: \"x\"", "x")]
    [InlineData("day: \"2026-11-30\"", "11/30/2026")]
    [InlineData("note: null", "none")]
    [InlineData("text: null", null)]
    [InlineData("day: null", null)]
    [InlineData("words: null", null)]
    public async Task An_optional_value_is_null_only_where_its_type_says_so(string argument, string? kept)
    {
        await using var server = TestServer.Of(typeof(OptionalQueries));

        Assert.Equal(
            kept is null
                ? """{"errors":[{"message":"Expected a value that is not null; leave the field out to keep what is there.","locations":[{"line":1,"column":3}],"path":["keep"]}],"data":null}"""
                : $$$"""{"data":{"keep":"{{{kept}}}"}}""",
            await server.ExecuteAsync($"{{ keep({argument}) }}")
        );
        Assert.Equal(
            kept is null
                ? """{"errors":[{"message":"Expected a value that is not null; leave the field out to keep what is there.","locations":[{"line":1,"column":3}],"path":["keepAll"]}],"data":null}"""
                : $$$"""{"data":{"keepAll":"{{{kept}}}"}}""",
            await server.ExecuteAsync($"{{ keepAll(input: {{ {argument} }}) }}")
        );
    }

    public sealed record Kept(
        Optional<string> Text,
        Optional<DateOnly> Day,
        Optional<string?> Note,
        Optional<IReadOnlyList<string>> Words
    );

    [QueryType]
    public static class OptionalQueries
    {
        public static string Keep(
            Optional<string> text,
            Optional<DateOnly> day,
            Optional<string?> note,
            Optional<IReadOnlyList<string>> words
        ) => KeepAll(new Kept(text, day, note, words));

        public static string KeepAll(Kept input) =>
            input.Note.HasValue ? input.Note.Value ?? "none"
            : input.Day.HasValue ? input.Day.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : input.Text.Or("") + string.Concat(input.Words.Or([])!);
    }

    public sealed record Greeter(string Word);

    public sealed class Counter
    {
        public int Batches { get; set; }
    }

    public sealed record Item(int Number);

    public sealed class NextItems(Counter counter) : BatchDataLoader<int, Item>
    {
        protected override Task<IReadOnlyDictionary<int, Item>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            counter.Batches++;
            return Task.FromResult<IReadOnlyDictionary<int, Item>>(
                keys.ToDictionary(key => key, key => new Item(key + 1))
            );
        }
    }

    [QueryType]
    public static class Queries
    {
        public static List<bool> Seen { get; } = [];

        public static string Greet(
            string name,
            long? times,
            Greeter greeter,
            ClaimsPrincipal user,
            ResolverContext context,
            CancellationToken cancellationToken
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            return user.Identity is null ? $"{greeter.Word} {name} {times} {context.Field.Name}" : "";
        }

        public static string Tell(Optional<string?> text) => text.HasValue ? text.Value ?? "null" : "absent";

        public static Item[] GetItems() => [new(1), new(2)];

        public static Item GetSelected([IsSelected("number")] bool wantsNumber)
        {
            Seen.Add(wantsNumber);
            return new Item(1);
        }

        public static async Task<int> GetBatchesAsync(NextItems loader, Counter counter)
        {
            await loader.LoadAsync(1);
            return counter.Batches;
        }
    }

    [ObjectType<Item>]
    public static class ItemType
    {
        public static async Task<Item> GetNextAsync([Parent] Item item, NextItems loader) =>
            (await loader.LoadAsync(item.Number))!;

        public static bool GetSees([Service] Greeter greeter) => greeter is not null;
    }

    [QueryType]
    public static class NumberedQueries
    {
        public static int? Numbered([ID("Item")] int id) => id;
    }
}
