namespace Cooperator.GraphQL.Tests.Building;

/// <summary>A server of one screen, as the README shows it, from classes to answers.</summary>
public sealed class SmallServer
{
    [Fact]
    public async Task Answers_queries_and_mutations()
    {
        await using var server = TestServer.Of(typeof(BookQueries), typeof(BookMutations), typeof(BookType));

        Assert.Equal(
            """{"data":{"books":[{"title":"Utopia","age":510}]}}""",
            await server.ExecuteAsync("{ books { title age } }")
        );
        Assert.Equal(
            """{"data":{"lendBook":{"book":null,"errors":[{"__typename":"BookAlreadyLentError","code":"BOOK_ALREADY_LENT","message":"Utopia is lent.","to":"Alma"}]}}}""",
            await server.ExecuteAsync(
                """
                mutation {
                  lendBook(input: { title: "Utopia" }) {
                    book { title }
                    errors { __typename ... on Error { code message } ... on BookAlreadyLentError { to } }
                  }
                }
                """
            )
        );
    }

    [Fact]
    public async Task Prints_its_schema()
    {
        await using var server = TestServer.Of(typeof(BookQueries), typeof(BookMutations), typeof(BookType));

        Assert.Equal(
            """"
            type Query {
              books: [Book!]!
            }

            type Mutation {
              lendBook(input: LendBookInput!): LendBookPayload!
            }

            type Book {
              title: String!
              year: Int!
              age: Int!
            }

            type BookAlreadyLentError implements Error {
              """Stable for ever; for programs."""
              code: String!

              """What happened, in English."""
              message: String!
              to: String!
            }

            """Why a mutation was refused."""
            interface Error {
              """Stable for ever; for programs."""
              code: String!

              """What happened, in English."""
              message: String!
            }

            """Why `lendBook` may be refused."""
            union LendBookError = BookAlreadyLentError

            input LendBookInput {
              title: String!
            }

            """What `lendBook` came to."""
            type LendBookPayload {
              """What was changed; null when it was refused."""
              book: Book

              """Why it was refused; null when it was done."""
              errors: [LendBookError!]
            }

            """",
            server.Sdl
        );
    }

    public sealed record Book(string Title, int Year);

    public sealed class BookAlreadyLentException(string title, string to) : Exception($"{title} is lent.")
    {
        public string To { get; } = to;
    }

    [QueryType]
    public static class BookQueries
    {
        public static IReadOnlyList<Book> GetBooks() => [new("Utopia", 1516)];
    }

    [MutationType]
    public static class BookMutations
    {
        [Error<BookAlreadyLentException>]
        public static Book LendBook(string title) => throw new BookAlreadyLentException(title, "Alma");
    }

    [ObjectType<Book>]
    public static class BookType
    {
        public static int GetAge([Parent] Book book) => 2026 - book.Year;
    }
}
