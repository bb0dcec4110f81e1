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

    public sealed record Row(int Number);

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
