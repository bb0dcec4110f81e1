using System.Text.Json;

namespace Cooperator.GraphQL.Tests.Building;

public sealed class BuildFaultTests
{
    [Fact]
    public void Names_the_class_and_the_member_of_every_fault()
    {
        var faults = TestServer.Faults(typeof(Wrong));

        Assert.Equal(
            [
                "Wrong.GetClock: System.DateTime has no GraphQL type. Use DateTimeOffset or DateOnly.",
                "Wrong.GetService: System.Net.Http.HttpClient has no GraphQL type. If it is a service, register it before the schema is built, or mark the parameter with [Service].",
                "Wrong.GetPage: [UsePaging] needs a method that returns IQueryable<T> or Connection<T>.",
                "Wrong.GetFiltered: Row has no property \"Colour\" (in \"Colour\").",
                "Wrong.GetId: An ID needs the type it names: write [ID<T>] or [ID(\"TypeName\")].",
            ],
            faults
        );
    }

    [Fact]
    public void Names_both_classes_of_one_name()
    {
        var fault = Assert.Single(TestServer.Faults(typeof(Twins)));

        Assert.Contains("There can be only one type named \"Row\": both ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_a_query() =>
        Assert.Equal(["Query root type must be provided."], TestServer.Faults(typeof(OnlyMutations)));

    [Fact]
    public void Finds_what_would_fail_each_request() =>
        Assert.Equal(
            [
                "WrongLists.GetSequence: [UsePaging] needs a method that returns IQueryable<T> or Connection<T>.",
                "WrongLists.GetFiltered: [UseFiltering] needs the names of the properties that may be filtered by.",
                "WrongLists.GetSorted: [UseSorting] needs the names of the properties that may be sorted by.",
                "WrongLists.GetLoose: Loose.Data cannot be filtered by: C# does not know \"eq\" of JsonElement.",
                "WrongLists.GetSliced: [ListSize] of GetSliced: \"frst\" is no argument of the field. Arguments are meant by their names in the schema.",
                "WrongLists.GetNamed: [ListSize] of GetNamed: \"first\" is no whole number.",
            ],
            TestServer.Faults(typeof(WrongLists))
        );

    public sealed record Row(int Number);

    public sealed record Loose(JsonElement Data);

    [QueryType]
    public static class WrongLists
    {
        [UsePaging]
        public static IAsyncEnumerable<Row> GetSequence() => AsyncEnumerable.Empty<Row>();

        [UseFiltering]
        public static IQueryable<Row> GetFiltered() => Array.Empty<Row>().AsQueryable();

        [UseSorting]
        public static IQueryable<Row> GetSorted() => Array.Empty<Row>().AsQueryable();

        [UseFiltering(nameof(Loose.Data))]
        public static IQueryable<Loose> GetLoose() => Array.Empty<Loose>().AsQueryable();

        [ListSize(SlicingArguments = ["frst"])]
        public static Row[] GetSliced(int first) => new Row[first];

        [ListSize(SlicingArguments = ["first"])]
        public static Row[] GetNamed(string first) => new Row[first.Length];
    }

    [QueryType]
    public static class Wrong
    {
        public static DateTime GetClock() => default;

        public static int GetService(HttpClient client) => client.GetHashCode();

        [UsePaging]
        public static Row GetPage() => new(1);

        [UseFiltering("Colour")]
        public static IQueryable<Row> GetFiltered() => Array.Empty<Row>().AsQueryable();

        [ID]
        public static Guid GetId() => Guid.Empty;
    }

    [QueryType]
    public static class Twins
    {
        public static Row GetOne() => new(1);

        public static Inner.Row GetOther() => new(true);
    }

    public static class Inner
    {
        public sealed record Row(bool Flag);
    }

    [MutationType]
    public static class OnlyMutations
    {
        public static Row Touch() => new(1);
    }
}
