using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Cooperator.GraphQL.Tests.Building;

namespace Cooperator.GraphQL.Tests.Querying;

/// <summary>Every page of every order is compared with the same page of the sorted list.</summary>
public sealed class PagingTests
{
    private const string Page =
        "nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount";

    private static readonly Row[] Rows =
    [
        .. Enumerable
            .Range(1, 17)
            .Select(number => new Row
            {
                Id = new Guid($"00000000-0000-7000-8000-{number * 7 % 17:D12}"),
                Number = number,
                Name = "abcde"[number % 5].ToString(),
                Day = number % 3 == 0 ? null : new DateOnly(2026, 1, 1 + (number % 4)),
                At = new DateTimeOffset(2026, 1, 1, number % 6, 0, 0, TimeSpan.Zero),
                Size = (Size)(number % 3),
                Done = number % 2 == 0,
                Parent = new Row.Owner(number % 4 == 0 ? null : $"p{number % 3}"),
            }),
    ];

    public static TheoryData<string> Orders =>
        [
            "[]",
            "[{ name: ASC }]",
            "[{ name: DESC }, { number: DESC }]",
            "[{ day: ASC }]",
            "[{ day: DESC }, { name: ASC }]",
            "[{ at: DESC }, { day: ASC }]",
            "[{ size: ASC }]",
            "[{ size: DESC }, { done: ASC }]",
            "[{ parentName: ASC }, { day: DESC }]",
        ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_forward_and_backward_give_the_whole_list_once(string order)
    {
        await using var server = TestServer.Of(typeof(RowQueries));
        var all = await Numbers(server, $"first: 50, order: {order}");
        Assert.Equal(Rows.Length, all.Distinct().Count());

        foreach (var size in new[] { 1, 4, 17 })
        {
            Assert.Equal(all, await Walk(server, order, size, forward: true));
            Assert.Equal(all, await Walk(server, order, size, forward: false));
        }
    }

    [Fact]
    public async Task Orders_nulls_last_ascending_and_first_descending()
    {
        await using var server = TestServer.Of(typeof(RowQueries));

        var ascending = await Numbers(server, "first: 50, order: [{ day: ASC }]");
        var descending = await Numbers(server, "first: 50, order: [{ day: DESC }]");

        Assert.All(ascending[^5..], number => Assert.Null(Rows[number - 1].Day));
        Assert.All(descending[..5], number => Assert.Null(Rows[number - 1].Day));
    }

    [Fact]
    public async Task Caps_a_page_and_has_a_default()
    {
        await using var server = TestServer.Of(typeof(RowQueries));

        Assert.Equal(5, (await Numbers(server, "order: []")).Count);
        Assert.Equal(17, (await Numbers(server, "first: 1000")).Count);
        Assert.Empty(await Numbers(server, "first: 0"));
    }

    [Fact]
    public async Task Tells_exactly_what_lies_around_a_page()
    {
        await using var server = TestServer.Of(typeof(RowQueries));
        var cursor = (string?)(await Ask(server, "first: 17"))["pageInfo"]!["endCursor"];

        var behind = await Ask(server, $"first: 3, after: \"{cursor}\"");

        Assert.Equal(
            """{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true,"startCursor":null,"endCursor":null},"totalCount":17}""",
            behind.ToJsonString()
        );
    }

    [Theory]
    [InlineData("first: -1", "INVALID_PAGE")]
    [InlineData("first: 1, last: 1", "INVALID_PAGE")]
    [InlineData("after: \"nonsense\"", "INVALID_CURSOR")]
    [InlineData("before: \"W10\"", "INVALID_CURSOR")]
    [InlineData("after: \"WyIwMCIsMSwyLDNd\"", "INVALID_CURSOR")]
    public async Task Refuses_wrong_arguments(string arguments, string code)
    {
        await using var server = TestServer.Of(typeof(RowQueries));

        var answer = await server.ExecuteAsync($"{{ rows({arguments}) {{ nodes {{ number }} }} }}");

        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_cursor_of_another_order()
    {
        await using var server = TestServer.Of(typeof(RowQueries));
        var cursor = (string?)(await Ask(server, "first: 2, order: [{ name: ASC }]"))["pageInfo"]!["endCursor"];

        var answer = await server.ExecuteAsync(
            $$"""{ rows(after: "{{cursor}}", order: [{ name: DESC }]) { nodes { number } } }"""
        );

        Assert.Contains("INVALID_CURSOR", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_cursor_whose_instant_there_never_was()
    {
        await using var server = TestServer.Of(typeof(VisitQueries));
        var page = await server.QueryAsync("{ visits { pageInfo { endCursor } } }");
        var cursor = (string)page["visits"]!["pageInfo"]!["endCursor"]!;
        var values = JsonNode.Parse(Base64Url.DecodeFromChars(cursor))!.AsArray();
        values[1] = DateTime.MaxValue.Ticks + 1;
        cursor = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(values.ToJsonString()));

        var answer = await server.ExecuteAsync($$"""{ visits(after: "{{cursor}}") { nodes { number } } }""");

        Assert.Contains("INVALID_CURSOR", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_its_place_when_items_come_and_go()
    {
        RowQueries.Extra.Value = [];
        await using var server = TestServer.Of(typeof(RowQueries));
        var first = await Ask(server, "first: 3");
        RowQueries.Extra.Value =
        [
            new Row
            {
                Id = Guid.Empty,
                Number = 0,
                Name = "",
                Parent = new Row.Owner(null),
            },
        ];

        var second = await Ask(server, $"first: 3, after: \"{(string?)first["pageInfo"]!["endCursor"]}\"");

        Assert.Equal([4, 5, 6], second["nodes"]!.AsArray().Select(node => (int)node!["number"]!));
    }

    [Fact]
    public async Task A_connection_may_be_written_by_hand()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"units":{"edges":[{"cursor":"c","node":{"number":7}}],"pageInfo":{"hasNextPage":true,"endCursor":"c"},"totalCount":42}}""",
            (
                await server.QueryAsync(
                    "{ units(first: 7) { edges { cursor node { number } } pageInfo { hasNextPage endCursor } totalCount } }"
                )
            ).ToJsonString()
        );
    }

    private static async Task<List<int>> Walk(TestServer server, string order, int size, bool forward)
    {
        var numbers = new List<int>();
        string? cursor = null;
        while (true)
        {
            var place = cursor is null ? "" : $", {(forward ? "after" : "before")}: \"{cursor}\"";
            var page = await Ask(server, $"{(forward ? "first" : "last")}: {size}{place}, order: {order}");
            var found = page["nodes"]!.AsArray().Select(node => (int)node!["number"]!);
            numbers.InsertRange(forward ? numbers.Count : 0, found);
            var info = page["pageInfo"]!;
            Assert.Equal(cursor is not null, (bool)info[forward ? "hasPreviousPage" : "hasNextPage"]!);
            if (!(bool)info[forward ? "hasNextPage" : "hasPreviousPage"]!)
            {
                return numbers;
            }

            cursor = (string?)info[forward ? "endCursor" : "startCursor"];
        }
    }

    private static async Task<List<int>> Numbers(TestServer server, string arguments) =>
        [.. (await Ask(server, arguments))["nodes"]!.AsArray().Select(node => (int)node!["number"]!)];

    private static async Task<JsonNode> Ask(TestServer server, string arguments) =>
        (await server.QueryAsync($"{{ rows({arguments}) {{ {Page} }} }}"))["rows"]!;

    public enum Size
    {
        Small,
        Medium,
        Large,
    }

    public sealed class Row
    {
        public Guid Id { get; init; }

        public int Number { get; init; }

        public required string Name { get; init; }

        public DateOnly? Day { get; init; }

        public DateTimeOffset At { get; init; }

        public Size Size { get; init; }

        public bool Done { get; init; }

        [GraphQLIgnore]
        public required Owner Parent { get; init; }

        public sealed record Owner(string? Name);
    }

    public sealed record Visit(int Number, [property: GraphQLIgnore] DateTime At);

    [QueryType]
    public static class VisitQueries
    {
        [UsePaging]
        public static IQueryable<Visit> GetVisits() =>
            new[] { new Visit(1, new DateTime(2026, 1, 1)) }.AsQueryable().OrderBy(visit => visit.At);
    }

    [QueryType]
    public static class RowQueries
    {
        public const int Max = 20;

        public static readonly AsyncLocal<Row[]> Extra = new();

        [UsePaging(DefaultPageSize = 5, MaxPageSize = Max)]
        [UseSorting("Name", "Number", "Day", "At", "Size", "Done", "Parent.Name")]
        public static IQueryable<Row> GetRows() =>
            Rows.Concat(Extra.Value ?? []).AsQueryable().OrderBy(row => row.Number).Where(row => row.Number >= 0);
    }
}
