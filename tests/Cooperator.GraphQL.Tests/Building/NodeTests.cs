using Cooperator.GraphQL.DataLoaders;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Building;

public sealed class NodeTests
{
    private static readonly string AlmaId = NodeIds.Format("Member", CoopSchema.Alma);

    [Fact]
    public async Task Fetches_an_object_again_by_its_global_id()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            $$"""{"node":{"__typename":"Member","id":"{{AlmaId}}","name":"Alma"},"member":{"name":"Alma"},"nodes":[{"id":"{{AlmaId}}"},null]}""",
            (
                await server.QueryAsync(
                    "query ($id: ID!, $gone: ID!) { node(id: $id) { __typename id ... on Member { name } } member(id: $id) { name } nodes(ids: [$id, $gone]) { id } }",
                    new { id = AlmaId, gone = NodeIds.Format("Member", Guid.Empty) }
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Says_which_type_an_id_should_have_named()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);
        var unitId = NodeIds.Format("Unit", CoopSchema.Alma);

        Assert.Equal(
            $$$"""{"errors":[{"message":"\"{{{unitId}}}\" is not a valid id of type \"Member\".","locations":[{"line":1,"column":3}],"path":["member"],"extensions":{"code":"INVALID_ID"}}],"data":{"member":null}}""",
            await server.ExecuteAsync($$"""{ member(id: "{{unitId}}") { name } }""")
        );
        Assert.Contains(
            "\"nonsense\\\" is not a valid id.",
            await server.ExecuteAsync("""{ nodes(ids: ["nonsense"]) { id } }"""),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("TWVtYmVyOg")]
    [InlineData("00000000-0000-7000-8000-000000000001")]
    public void Refuses_what_is_no_global_id(string text) =>
        Assert.Equal(
            "INVALID_ID",
            Assert.Throws<GraphQLException>(() => NodeIds.ParseGuid(text, "Member")).Errors[0].Extensions!["code"]
        );

    [Fact]
    public void Reads_back_every_kind_of_id()
    {
        Assert.Equal(CoopSchema.Bo, NodeIds.ParseGuid(NodeIds.Format("Member", CoopSchema.Bo), "Member"));
        Assert.Equal("a:b", NodeIds.ParseString(NodeIds.Format("File", "a:b"), "File"));
        Assert.Equal(-7, NodeIds.ParseInt64(NodeIds.Format("Row", -7), expectedType: null));
    }

    [Fact]
    public async Task Many_ids_are_looked_up_by_one_batch_and_nothing_at_the_same_time()
    {
        var desk = new Desk();
        await using var server = TestServer.Of(builder => builder.Services.AddSingleton(desk), typeof(ItemQueries));
        string[] ids =
        [
            NodeIds.Format("Item", 1),
            NodeIds.Format("Slow", 2),
            "nonsense",
            NodeIds.Format("Item", 3),
            NodeIds.Format("Item", 404),
            NodeIds.Format("Slow", 5),
            NodeIds.Format("Item", 1),
        ];

        Assert.Equal(
            """{"errors":[{"message":"\"nonsense\" is not a valid id.","locations":[{"line":1,"column":24}],"path":["nodes",2],"extensions":{"code":"INVALID_ID"}}],"data":{"nodes":[{"number":1},{"number":2},null,{"number":3},null,{"number":5},{"number":1}]}}""",
            await server.ExecuteAsync(
                "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Item { number } ... on Slow { number } } }",
                new { ids }
            )
        );
        Assert.Equal(["slow 2", "slow 5", "items 1, 3, 404"], desk.Entries);
    }

    public sealed record Item([property: ID<Item>] int Id, int Number);

    public sealed record Slow([property: ID<Slow>] int Id, int Number);

    /// <summary>Serves one at a time, as a database connection does.</summary>
    public sealed class Desk
    {
        private int _busy;

        public List<string> Entries { get; } = [];

        public async Task ServeAsync(string what)
        {
            Assert.Equal(0, Interlocked.Exchange(ref _busy, 1));
            Entries.Add(what);
            await Task.Yield();
            Interlocked.Exchange(ref _busy, 0);
        }
    }

    public sealed class Items(Desk desk) : BatchDataLoader<int, Item>
    {
        protected override async Task<IReadOnlyDictionary<int, Item>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            await desk.ServeAsync($"items {string.Join(", ", keys)}");
            return keys.Where(key => key < 400).ToDictionary(key => key, key => new Item(key, key));
        }
    }

    [QueryType]
    public static class ItemQueries
    {
        [NodeResolver]
        public static Task<Item?> GetItemAsync(int id, Items items) => items.LoadAsync(id);

        [NodeResolver]
        public static async Task<Slow?> GetSlowAsync(int id, Desk desk)
        {
            await desk.ServeAsync($"slow {id}");
            return new Slow(id, id);
        }
    }
}
