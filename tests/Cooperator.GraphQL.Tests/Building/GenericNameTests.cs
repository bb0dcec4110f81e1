namespace Cooperator.GraphQL.Tests.Building;

public sealed class GenericNameTests
{
    [Fact]
    public async Task Generic_classes_are_named_by_what_they_hold()
    {
        await using var server = TestServer.Of(typeof(Queries));

        Assert.Equal(
            [
                "Book",
                "PageOfBook",
                "PageOfInt",
                "PageOfBookList",
                "PageOfPairOfBookAndUUID",
                "PairOfBookAndUUID",
                "RangeOfIntInput",
                "RangeOfNullableIntInput",
                "ChoiceOfDateInput",
            ],
            server
                .Schema.OrderedTypes.Select(type => type.Name)
                .Where(name =>
                    name.StartsWith("Page", StringComparison.Ordinal)
                    || name.StartsWith("Pair", StringComparison.Ordinal)
                    || name.EndsWith("Input", StringComparison.Ordinal)
                    || name == "Book"
                )
                .OrderBy(name => Array.IndexOf(Order, name))
        );
        Assert.Equal(
            """{"books":{"first":{"title":"Utopia"}},"sum":5}""",
            (await server.QueryAsync("{ books { first { title } } sum(range: { from: 2, to: 3 }) }")).ToJsonString()
        );
    }

    private static readonly string[] Order =
    [
        "Book",
        "PageOfBook",
        "PageOfInt",
        "PageOfBookList",
        "PageOfPairOfBookAndUUID",
        "PairOfBookAndUUID",
        "RangeOfIntInput",
        "RangeOfNullableIntInput",
        "ChoiceOfDateInput",
    ];

    public sealed record Book(string Title);

    public sealed record Page<T>(T First);

    public sealed record Pair<TOne, TOther>(TOne One, TOther Other);

    public sealed record Range<T>(T From, T To);

    public sealed record ChoiceInput<T>(T One);

    [QueryType]
    public static class Queries
    {
        public static Page<Book> GetBooks() => new(new Book("Utopia"));

        public static Page<int> GetNumbers() => new(1);

        public static Page<Book[]> GetLists() => new([]);

        public static Page<Pair<Book, Guid>>? GetPairs() => null;

        public static int GetSum(Range<int> range) => range.From + range.To;

        public static int GetOpenSum(Range<int?> range) => range.From ?? range.To ?? 0;

        public static bool GetHas(ChoiceInput<DateOnly> choice) => choice.One > DateOnly.MinValue;
    }
}
