using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Tests.Building;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Mutations;

/// <summary>What attributes say on results of mutations holds as on other fields.</summary>
public sealed class PayloadRecordTests
{
    [Fact]
    public async Task Properties_of_a_payload_are_fields_with_all_they_say()
    {
        await using var server = Server();

        Assert.Contains(
            """
              bookId: ID
              title: String @deprecated(reason: "Gone.")
              secret: Int
              pages: Int
            """,
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.Equal(5, ((ObjectType)server.Schema.FindType("DeleteBookPayload")!).Fields.Find("pages")!.Cost);
        Assert.Equal(
            $$$"""{"deleteBook":{"bookId":"{{{NodeIds.Format("Book", Guid.Empty)}}}","pages":3,"title":null}}""",
            (
                await server.QueryAsync("mutation { deleteBook(input: { pages: 3 }) { bookId pages title } }")
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task A_rule_on_a_payload_is_asked()
    {
        await using var server = Server();

        Assert.Contains(
            "\"path\":[\"deleteBook\",\"secret\"],\"extensions\":{\"code\":\"FORBIDDEN\"}",
            await server.ExecuteAsync("mutation { deleteBook(input: { pages: 3 }) { secret } }"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refused_mutation_has_no_such_fields()
    {
        await using var server = Server();

        Assert.Equal(
            """{"deleteBook":{"bookId":null,"pages":null,"errors":[{"code":"NO_PAGES"}]}}""",
            (
                await server.QueryAsync(
                    "mutation { deleteBook(input: { pages: 0 }) { bookId pages errors { ... on Error { code } } } }"
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task A_result_can_be_an_id()
    {
        await using var server = Server();

        Assert.Equal(
            $$$"""{"dropBook":{"id":"{{{NodeIds.Format("Book", Guid.Empty)}}}"},"dropBooks":{"ids":["{{{NodeIds.Format("Book", Guid.Empty)}}}"]}}""",
            (await server.QueryAsync("mutation { dropBook { id } dropBooks { ids } }")).ToJsonString()
        );
    }

    [Fact]
    public void A_fault_of_a_payload_is_told_with_its_property() =>
        Assert.Equal(
            [
                "WrongMutations.Shut: ShutPayload.Number: The property is a Task, and only what a method returns is awaited: make it a method of a class with [ObjectType<T>].",
            ],
            TestServer.Faults(typeof(Queries), typeof(WrongMutations))
        );

    private static TestServer Server() =>
        TestServer.Of(builder => builder.AddAuthorizer<Nobody>(), typeof(Queries), typeof(BookMutations));

    public sealed record Book(Guid Id);

    public sealed record DeletePayload(
        [property: ID<Book>] Guid BookId,
        [property: GraphQLDeprecated("Gone.")] string? Title,
        [property: Authorize] int Secret,
        [property: Cost(5)] int Pages
    );

    public sealed record ShutPayload(Task<int> Number);

    public sealed class NoPagesException() : Exception("It has no pages.");

    [QueryType]
    public static class Queries
    {
        public static Book GetBook() => new(Guid.Empty);
    }

    [MutationType]
    public static class BookMutations
    {
        [Error<NoPagesException>]
        public static DeletePayload DeleteBook(int pages) =>
            pages > 0 ? new(Guid.Empty, null, 1, pages) : throw new NoPagesException();

        [ID<Book>]
        public static Guid DropBook() => Guid.Empty;

        [ID<Book>]
        public static Guid[] DropBooks() => [Guid.Empty];
    }

    [MutationType]
    public static class WrongMutations
    {
        public static ShutPayload Shut() => new(Task.FromResult(1));
    }

    public sealed class Nobody : IFieldAuthorizer
    {
        public ValueTask<AuthorizationOutcome> AuthorizeAsync(OperationContext operation, string? policy) =>
            ValueTask.FromResult(AuthorizationOutcome.Forbidden);
    }
}
