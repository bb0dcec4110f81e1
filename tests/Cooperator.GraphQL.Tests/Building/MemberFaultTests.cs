using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.GraphQL.Tests.Building;

/// <summary>Members that could never answer are told at the start, each by its C# name.</summary>
public sealed class MemberFaultTests
{
    private const string NotAwaited =
        "only what a method returns is awaited: make it a method of a class with [ObjectType<T>].";

    [Fact]
    public void Properties_are_not_awaited() =>
        Assert.Equal(
            [
                $"Late.Soon: The property is a Task, and {NotAwaited}",
                $"Late.Sooner: The property is a ValueTask, and {NotAwaited}",
                $"Late.Stream: The property is an IAsyncEnumerable, and {NotAwaited}",
                "Late.Maybe: Only inputs can be Optional<T>.",
            ],
            TestServer.Faults(typeof(Lates))
        );

    [Fact]
    public void Enum_values_need_a_name_each() =>
        Assert.Equal(
            [
                "Enums.GetShade: Shade.Gray and Shade.Grey are one value, of which an answer could not tell the name: leave one out by [GraphQLIgnore].",
                "Enums.GetRights: Rights is a [Flags] enum, and several flags at once have no name: use a list of an enum without [Flags].",
            ],
            TestServer.Faults(typeof(Enums))
        );

    [Fact]
    public void Parents_and_events_are_those_of_their_class() =>
        Assert.Equal(
            [
                "Roots.GetParent: [Parent] has a meaning only in classes with [ObjectType<T>].",
                "Roots.GetMessage: [EventMessage] has a meaning only in classes with [SubscriptionType].",
                "Roots.GetSource: [Subscribe] has a meaning only in classes with [SubscriptionType].",
                "Roots.GetNothingSelected: [IsSelected] needs the names of fields.",
                "Roots.GetSelected: [IsSelected] needs a parameter of type bool.",
                "Roots.GetGeneric: A generic method cannot be a field.",
                "Roots.GetByReference: The parameter \"count\" is handed over by reference, and a field has nothing to refer to.",
                "BookExtra.GetAuthor: [Parent] is Author, but the class describes Book.",
            ],
            TestServer.Faults(typeof(Roots), typeof(BookExtra))
        );

    [Fact]
    public void Subscriptions_hear_what_their_source_sends() =>
        Assert.Equal(
            [
                "Events.OnNumber: [EventMessage] is Int32, but \"Texts\" sends String.",
                "Events.OnTwice: There are several static methods \"Twice\" to subscribe with.",
            ],
            TestServer.Faults(typeof(Books), typeof(Events))
        );

    [Fact]
    public void A_name_that_is_none_is_told_with_its_member() =>
        Assert.Equal(
            [
                "Badly.GetOne: Name \"1x\" is not a GraphQL name: it needs letters, digits and \"_\", and no digit at its beginning.",
                "Badly.GetTwo: Name \"größe\" is not a GraphQL name: it needs letters, digits and \"_\", and no digit at its beginning.",
                "Badly.GetAnswer: Answer.Yes: Enum values cannot be named: true",
                "Badly.GetThree: NamedBadly: Name \"a b\" is not a GraphQL name: it needs letters, digits and \"_\", and no digit at its beginning.",
                "Badly.GetFour: Name \"__four\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            ],
            TestServer.Faults(typeof(Badly))
        );

    [Fact]
    public void Methods_of_instances_are_no_fields() =>
        Assert.Equal(
            ["Instances.GetBook: A field is a static method: make it static, or leave it out by [GraphQLIgnore]."],
            TestServer.Faults(typeof(Instances))
        );

    [Theory]
    [InlineData(typeof(OwnPageInfo), "PageInfo")]
    [InlineData(typeof(OwnEdge), "BookEdge")]
    public void A_type_that_paging_has_too_is_a_fault_like_others(Type queries, string name)
    {
        var fault = Assert.Single(TestServer.Faults(queries));

        Assert.StartsWith($"{queries.Name}.GetBooks: ", fault, StringComparison.Ordinal);
        Assert.Contains($"There can be only one type named \"{name}\"", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_struct_can_be_an_input()
    {
        await using var server = TestServer.Of(typeof(Structs));

        Assert.Equal(
            """{"sum":7,"none":0}""",
            (await server.QueryAsync("{ sum(point: { x: 3, y: 4 }) none: sum }")).ToJsonString()
        );
    }

    public sealed class Late
    {
        public Task<int> Soon { get; } = Task.FromResult(1);

        public ValueTask<int> Sooner { get; } = new(1);

        public IAsyncEnumerable<int>? Stream { get; }

        public Optional<int> Maybe { get; } = 1;
    }

    [QueryType]
    public static class Lates
    {
        public static Late GetLate() => new();
    }

    public enum Shade
    {
        Gray,
        Grey = Gray,
    }

    [Flags]
    public enum Rights
    {
        None,
        Read,
        Write,
    }

    [QueryType]
    public static class Enums
    {
        public static Shade GetShade() => Shade.Gray;

        public static Rights GetRights() => Rights.Read;
    }

    public sealed record Author(string Name);

    public sealed record Book(string Title);

    [QueryType]
    public static class Books
    {
        public static Book GetBook() => new("Utopia");
    }

    [QueryType]
    public static class Roots
    {
        public static Book GetBook() => new("Utopia");

        public static string GetParent([Parent] Book book) => book.Title;

        public static string GetMessage([EventMessage] string text) => text;

        [Subscribe(With = "Nothing")]
        public static string GetSource() => "";

        public static Book GetNothingSelected([IsSelected] bool isSelected) => new($"{isSelected}");

        public static Book GetSelected([IsSelected("title")] int isSelected) => new($"{isSelected}");

        public static int GetGeneric<T>() => typeof(T).Name.Length;

        public static int GetByReference(ref int count) => count;
    }

    [ObjectType<Book>]
    public static class BookExtra
    {
        public static string GetAuthor([Parent] Author author) => author.Name;
    }

    [SubscriptionType]
    public static class Events
    {
        [Subscribe(With = nameof(Texts))]
        public static int OnNumber([EventMessage] int number) => number;

        [Subscribe(With = nameof(Twice))]
        public static string OnTwice([EventMessage] string text) => text;

        [Subscribe(With = nameof(Texts))]
        public static string OnText([EventMessage] object text) => $"{text}";

        [Subscribe(With = nameof(Texts))]
        public static async Task<string> OnWordAsync([EventMessage] string text)
        {
            await Task.Yield();
            return text;
        }

        public static ValueTask<ISourceStream<string>> Texts(ITopicEventReceiver topics) =>
            topics.SubscribeAsync<string>("texts", CancellationToken.None);

        public static ValueTask<ISourceStream<string>> Twice(ITopicEventReceiver topics) => Texts(topics);

        public static ValueTask<ISourceStream<string>> Twice(ITopicEventReceiver topics, int times) =>
            times > 0 ? Texts(topics) : throw new ArgumentOutOfRangeException(nameof(times));
    }

    public enum Answer
    {
        [GraphQLName("true")]
        Yes,
    }

    [GraphQLName("a b")]
    public sealed record NamedBadly(int Number);

    [QueryType]
    public static class Badly
    {
        public static int GetFine() => 1;

        [GraphQLName("1x")]
        public static int GetOne() => 1;

        public static int GetTwo(int größe) => größe;

        public static Answer GetAnswer() => Answer.Yes;

        public static NamedBadly GetThree() => new(3);

        [GraphQLName("__four")]
        public static int GetFour() => 4;
    }

    [QueryType]
    public sealed class Instances
    {
        public static int GetFine() => 1;

        public Book GetBook() => new(ToString());

        [GraphQLIgnore]
        public Book GetIgnored() => GetBook();

        public override string ToString() => "Instances";
    }

    public sealed record PageInfo(int Number);

    public sealed record BookEdge(int Number);

    [QueryType]
    public static class OwnPageInfo
    {
        public static PageInfo GetInfo() => new(1);

        [UsePaging]
        public static IQueryable<Book> GetBooks() => Array.Empty<Book>().AsQueryable();
    }

    [QueryType]
    public static class OwnEdge
    {
        public static BookEdge GetEdge() => new(1);

        [UsePaging]
        public static IQueryable<Book> GetBooks() => Array.Empty<Book>().AsQueryable();
    }

    public struct Point
    {
        public int X { get; set; }

        public int Y { get; set; }
    }

    [QueryType]
    public static class Structs
    {
        public static int GetSum(Point? point) => point is { } given ? given.X + given.Y : 0;
    }
}
