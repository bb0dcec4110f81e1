using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Querying;
using Cooperator.GraphQL.Tests.Building;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Querying;

/// <summary>A page's rows may bring what is selected below them.</summary>
public sealed class PageReaderTests
{
    private readonly Journal _journal = new();

    [Theory]
    [InlineData(
        "nodes { number home }",
        """{"flats":{"nodes":[{"number":1,"home":"one"},{"number":2,"home":null}]}}"""
    )]
    [InlineData("edges { node { home } }", """{"flats":{"edges":[{"node":{"home":"one"}},{"node":{"home":null}}]}}""")]
    public async Task What_the_rows_brought_is_not_loaded_again(string selection, string expected)
    {
        await using var server = Server();

        var answer = await server.QueryAsync($"{{ flats(first: 2) {{ {selection} }} }}");

        Assert.Equal(expected, answer.ToJsonString());
        Assert.Equal(["1, 2, 3 with homes"], _journal.Lines);
    }

    [Fact]
    public async Task What_is_not_selected_is_not_brought()
    {
        await using var server = Server();

        await server.QueryAsync("{ flats(last: 1) { nodes { number } pageInfo { hasPreviousPage } totalCount } }");

        Assert.Equal(["4, 3"], _journal.Lines);
    }

    [Fact]
    public async Task What_the_rows_did_not_bring_is_loaded()
    {
        await using var server = Server();

        var answer = await server.QueryAsync("{ flats(first: 1) { nodes { again: home @include(if: false) floor } } }");

        Assert.Equal("""{"flats":{"nodes":[{"floor":10}]}}""", answer.ToJsonString());
        Assert.Equal(["1, 2", "floors of 1"], _journal.Lines);
    }

    [Fact]
    public async Task What_the_reader_throws_is_the_fields_error()
    {
        await using var server = Server();

        var answer = await server.ExecuteAsync("{ flats(first: 4) { nodes { number } } }");

        Assert.Contains("\"path\":[\"flats\"]", answer, StringComparison.Ordinal);
        Assert.Contains("These are too many.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_of_other_items_is_refused()
    {
        var fault = Assert.Single(TestServer.Faults(typeof(WrongQueries)));

        Assert.Contains(
            "HomesOfFlats reads no pages of String: derive it from PageReader<String>.",
            fault,
            StringComparison.Ordinal
        );
    }

    private TestServer Server() =>
        TestServer.Of(server => server.Services.AddSingleton(_journal), typeof(FlatQueries), typeof(FlatType));

    public sealed class Journal
    {
        public List<string> Lines { get; } = [];
    }

    public sealed record Flat(int Number);

    [QueryType]
    public static class FlatQueries
    {
        [UsePaging(Reader = typeof(HomesOfFlats))]
        public static IQueryable<Flat> GetFlats() =>
            new[] { new Flat(4), new Flat(2), new Flat(3), new Flat(1) }.AsQueryable().OrderBy(flat => flat.Number);
    }

    [ObjectType<Flat>]
    public static class FlatType
    {
        public static Task<string?> GetHomeAsync([Parent] Flat flat, Homes homes) => homes.LoadAsync(flat.Number);

        public static Task<int> GetFloorAsync([Parent] Flat flat, Floors floors) => floors.LoadAsync(flat.Number);
    }

    [QueryType]
    public static class WrongQueries
    {
        [UsePaging(Reader = typeof(HomesOfFlats))]
        public static IQueryable<string> GetNames() => new[] { "a" }.AsQueryable().OrderBy(name => name);
    }

    public sealed class HomesOfFlats(Journal journal) : PageReader<Flat>
    {
        public override ValueTask<IReadOnlyList<Flat>> ReadAsync(IQueryable<Flat> rows, ResolverContext context)
        {
            var flats = rows.ToList();
            if (flats.Count == 4)
            {
                throw new GraphQLException("These are too many.");
            }

            var withHomes = context.IsSelected("nodes.home") || context.IsSelected("edges.node.home");
            journal.Lines.Add(string.Join(", ", flats.Select(flat => flat.Number)) + (withHomes ? " with homes" : ""));
            foreach (var flat in withHomes ? flats : [])
            {
                context.DataLoader<Homes>().Set(flat.Number, flat.Number == 1 ? "one" : null);
            }

            return ValueTask.FromResult<IReadOnlyList<Flat>>(flats);
        }
    }

    public sealed class Homes(Journal journal) : BatchDataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            journal.Lines.Add("homes of " + string.Join(", ", keys));
            return Task.FromResult<IReadOnlyDictionary<int, string>>(new Dictionary<int, string>());
        }
    }

    public sealed class Floors(Journal journal) : BatchDataLoader<int, int>
    {
        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            journal.Lines.Add("floors of " + string.Join(", ", keys));
            return Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key, key => key * 10));
        }
    }
}
