using Cooperator.GraphQL.DataLoaders;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Tests.Building;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Which resolvers run, in which order, and where what goes wrong is said to be.</summary>
public sealed class ResolutionTests
{
    private readonly Journal _journal = new();

    [Theory]
    [InlineData("{ house { cellar { pump light } } }")]
    [InlineData("{ house { cellar { pump } attic } }")]
    [InlineData("{ house { cellar { pump } cellar2: cellar { light } attic } }")]
    public async Task Nothing_is_resolved_any_more_below_what_has_become_null(string query)
    {
        await using var server = Server();

        var answer = await server.ExecuteAsync(query);

        Assert.EndsWith("\"data\":{\"house\":null}}", answer, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"house\",\"cellar\",\"pump\"]", answer, StringComparison.Ordinal);
        Assert.Empty(_journal.Lines);
    }

    [Fact]
    public async Task What_stands_beside_it_is()
    {
        await using var server = Server();

        await server.ExecuteAsync("{ house { cellar { pump } } shed { attic } }");

        Assert.Equal(["attic"], _journal.Lines);
    }

    [Fact]
    public async Task Who_waited_for_one_batch_goes_on_one_after_another_each_with_all_below()
    {
        await using var server = Server();

        await server.QueryAsync("{ flats { number owner { greeting again: greeting } } }");

        Assert.Equal(
            ["owners 1, 2, 3", "greeting 1", "greeting 1", "greeting 2", "greeting 2", "greeting 3", "greeting 3"],
            _journal.Lines
        );
    }

    [Theory]
    [InlineData("{ shelves { boxes { content } weight } }", """["shelves",1,"weight"]""")]
    [InlineData("{ shelves { first { weight } boxes { weight } } }", """["shelves",1,"boxes",1,"weight"]""")]
    [InlineData(
        "{ shelves { first { content } boxes { inner { inner { content weight } } } } }",
        """["shelves",1,"boxes",1,"inner","inner","weight"]"""
    )]
    public async Task A_property_that_can_not_be_written_is_named_by_its_place(string query, string path)
    {
        await using var server = Server();

        var answer = await server.ExecuteAsync(query);

        Assert.Contains($"\"path\":{path}", answer, StringComparison.Ordinal);
        Assert.Equal(1, answer.Split("\"message\"").Length - 1);
    }

    [Fact]
    public async Task However_deep_it_lies()
    {
        await using var server = Server();
        const int Depth = 17;
        var inner = string.Concat(Enumerable.Repeat("inner { ", Depth));

        var answer = await server.ExecuteAsync($"{{ tower {{ {inner} weight {new string('}', Depth)} }} }}");

        var steps = string.Concat(Enumerable.Repeat("\"inner\",", Depth));
        Assert.Contains($"\"path\":[\"tower\",{steps}\"weight\"]", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_an_error_names_itself_is_kept()
    {
        await using var server = Server();

        var answer = await server.ExecuteAsync("{ elsewhere }");

        Assert.Contains("\"path\":[\"house\",3]", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Slots_hold_nothing_of_what_they_held_before()
    {
        // The pool gives back what was given to it.
        var dirty = System.Buffers.ArrayPool<ResultSlot>.Shared.Rent(64);
        Array.Fill(dirty, ResultSlot.Json(3, 7));
        System.Buffers.ArrayPool<ResultSlot>.Shared.Return(dirty);
        using var slots = new ResultSlots();

        for (var size = 1; size < 500; size *= 3)
        {
            var first = slots.Take(size);
            for (var slot = first; slot < first + size; slot++)
            {
                Assert.Equal((0, 0), (slots[slot].Start, slots[slot].Length));
                slots[slot] = ResultSlot.Json(1, 2);
            }
        }

        Assert.Equal((1, 1), (slots[0].Start, slots[0].Length));
        slots.Clear();
        Assert.Equal(0, slots.Take(5));
        Assert.Equal(0, slots[0].Length);
    }

    private TestServer Server() =>
        TestServer.Of(
            server => server.Services.AddSingleton(_journal),
            typeof(Roots),
            typeof(HouseType),
            typeof(CellarType),
            typeof(FlatType),
            typeof(OwnerType)
        );

    public sealed class Journal
    {
        public List<string> Lines { get; } = [];
    }

    public sealed record House;

    public sealed record Cellar;

    public sealed record Flat(int Number);

    public sealed record Owner([property: GraphQLIgnore] int Number);

    public sealed record Box(string? Content, double? Weight, Box? Inner = null);

    public sealed record Shelf(Box First, IReadOnlyList<Box> Boxes, double? Weight);

    [QueryType]
    public static class Roots
    {
        private static readonly Box Full = new("jam", 1.5);
        private static readonly Box Odd = new(null, double.NaN, new Box(null, 1, new Box("?", double.NaN)));

        public static House? GetHouse() => new();

        public static House? GetShed() => new();

        public static IReadOnlyList<Flat> GetFlats() => [new(1), new(2), new(3)];

        public static IReadOnlyList<Shelf?> GetShelves() =>
            [new(Full, [Full, Full], 3), new(Full, [Full, Odd], double.PositiveInfinity)];

        public static Box? GetTower()
        {
            var box = new Box(null, double.NaN);
            for (var level = 0; level < 17; level++)
            {
                box = new Box(null, 1, box);
            }

            return box;
        }

        public static string? GetElsewhere() =>
            throw new GraphQLException(new GraphQLError("It broke.") { Path = ["house", 3] });
    }

    [ObjectType<House>]
    public static class HouseType
    {
        public static Cellar GetCellar([Parent] House house) => new();

        public static string? GetAttic([Parent] House house, Journal journal)
        {
            journal.Lines.Add("attic");
            return null;
        }
    }

    [ObjectType<Cellar>]
    public static class CellarType
    {
        public static string GetPump([Parent] Cellar cellar) => throw new GraphQLException("It is dry.");

        public static string? GetLight([Parent] Cellar cellar, Journal journal)
        {
            journal.Lines.Add("light");
            return null;
        }
    }

    [ObjectType<Flat>]
    public static class FlatType
    {
        public static Task<Owner?> GetOwnerAsync([Parent] Flat flat, Owners owners) => owners.LoadAsync(flat.Number);
    }

    [ObjectType<Owner>]
    public static class OwnerType
    {
        public static string GetGreeting([Parent] Owner owner, Journal journal)
        {
            journal.Lines.Add($"greeting {owner.Number}");
            return "Hello";
        }
    }

    public sealed class Owners(Journal journal) : BatchDataLoader<int, Owner>
    {
        protected override Task<IReadOnlyDictionary<int, Owner>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            journal.Lines.Add("owners " + string.Join(", ", keys));
            return Task.FromResult<IReadOnlyDictionary<int, Owner>>(
                keys.ToDictionary(key => key, key => new Owner(key))
            );
        }
    }
}
