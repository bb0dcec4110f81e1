using static Cooperator.GraphQL.Tests.Execution.ExecutionCase;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Section 6.4.3 of the specification: completing lists.</summary>
public sealed class ListTests
{
    private const string Sdl =
        "type Query { list: [Int] nonNull: [Int!] lists: [[Int]] items: [Item] } type Item { n: Int! }";

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("[1,null,3]")]
    [InlineData("[]")]
    public Task Lists_come_as_they_are(string items) =>
        ExpectAsync(
            Sdl,
            Object(("list", System.Text.Json.JsonSerializer.Deserialize<int?[]>(items))),
            "{ list }",
            $$$"""{"data":{"list":{{{items}}}}}"""
        );

    [Fact]
    public Task Any_sequence_is_a_list() =>
        ExpectAsync(
            Sdl,
            Object(
                ("list", Enumerable.Range(1, 3).Where(number => number != 2)),
                ("items", new HashSet<object> { Object(("n", 1)) })
            ),
            "{ list items { n } }",
            """{"data":{"list":[1,3],"items":[{"n":1}]}}"""
        );

    [Fact]
    public Task Lists_nest() =>
        ExpectAsync(
            Sdl,
            Object(("lists", new List<object?> { new[] { 1, 2 }, null, Array.Empty<int>() })),
            "{ lists }",
            """{"data":{"lists":[[1,2],null,[]]}}"""
        );

    [Fact]
    public Task An_item_that_cannot_be_written_is_null() =>
        ExpectAsync(
            Sdl,
            Object(("list", new object[] { 1, "two", 3 }), ("nonNull", new object[] { 1, "two" })),
            "{ list nonNull }",
            """
            {"errors":[
            {"message":"Int cannot represent non-integer value: \"two\"","locations":[{"line":1,"column":3}],"path":["list",1]},
            {"message":"Int cannot represent non-integer value: \"two\"","locations":[{"line":1,"column":8}],"path":["nonNull",1]}],
            "data":{"list":[1,null,3],"nonNull":null}}
            """
        );

    [Theory]
    [InlineData("text")]
    [InlineData(7)]
    public Task What_is_no_list_is_an_error(object value) =>
        ExpectAsync(
            Sdl,
            Object(("list", value), ("items", value)),
            "{ list items { n } }",
            """
            {"errors":[
            {"message":"Expected Iterable, but did not find one for field \"Query.items\".","locations":[{"line":1,"column":8}],"path":["items"]},
            {"message":"Expected Iterable, but did not find one for field \"Query.list\".","locations":[{"line":1,"column":3}],"path":["list"]}],
            "data":{"list":null,"items":null}}
            """
        );

    [Fact]
    public Task A_sequence_that_breaks_off_is_an_error_of_the_field() =>
        ExpectAsync(
            Sdl,
            Object(("items", BreakingOff(Object(("n", 1)))), ("list", BreakingOff(1))),
            "{ items { n } list }",
            """
            {"errors":[
            {"message":"broken","locations":[{"line":1,"column":15}],"path":["list"]},
            {"message":"broken","locations":[{"line":1,"column":3}],"path":["items"]}],
            "data":{"items":null,"list":null}}
            """
        );

    [Fact]
    public Task Asynchronous_sequences_are_lists() =>
        ExpectResolvedAsync(
            Sdl,
            Object(("items", Items(3))),
            "{ items { n } }",
            """{"data":{"items":[{"n":0},{"n":1},{"n":2}]}}"""
        );

    [Fact]
    public Task An_asynchronous_sequence_that_breaks_off_is_an_error_of_the_field() =>
        ExpectResolvedAsync(
            Sdl,
            Object(("items", Items(-1))),
            "{ items { n } }",
            """{"errors":[{"message":"broken","locations":[{"line":1,"column":3}],"path":["items"]}],"data":{"items":null}}"""
        );

    private static IEnumerable<object?> BreakingOff(object item)
    {
        yield return item;
        throw new GraphQLException("broken");
    }

    private static async IAsyncEnumerable<object?> Items(int count)
    {
        for (var n = 0; n < Math.Abs(count); n++)
        {
            await Task.Yield();
            yield return Object(("n", n));
        }

        if (count < 0)
        {
            throw new GraphQLException("broken");
        }
    }
}
