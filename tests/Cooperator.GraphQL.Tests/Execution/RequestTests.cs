using Cooperator.GraphQL.Execution;
using static Cooperator.GraphQL.Tests.Execution.ExecutionCase;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Section 6.1 of the specification: executing requests.</summary>
public sealed class RequestTests
{
    private const string Sdl = "type Query { a: Int } type Mutation { b: Int }";

    private static readonly RequestExecutor Executor = Responses.Executor(SchemaOver(Sdl, ResolveMode.Sync));
    private static readonly Dictionary<string, object?> Root = Object(("a", 1), ("b", 2));

    [Theory]
    [InlineData("{ a }", null, """{"data":{"a":1}}""")]
    [InlineData("query A { a } query B { b: a }", "B", """{"data":{"b":1}}""")]
    [InlineData("query A { a } mutation B { b }", "B", """{"data":{"b":2}}""")]
    [InlineData(
        "query A { a } query B { a }",
        null,
        """{"errors":[{"message":"Must provide operation name if query contains multiple operations."}]}"""
    )]
    [InlineData("query A { a }", "C", """{"errors":[{"message":"Unknown operation named \"C\"."}]}""")]
    [InlineData("query A { a }", "", """{"errors":[{"message":"Unknown operation named \"\"."}]}""")]
    [InlineData("fragment F on Query { a }", null, """{"errors":[{"message":"Must provide an operation."}]}""")]
    [InlineData(
        "{ a",
        null,
        """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":4}]}]}"""
    )]
    [InlineData(
        "subscription { a }",
        null,
        """{"errors":[{"message":"Schema is not configured to execute subscription operation.","locations":[{"line":1,"column":1}]}]}"""
    )]
    public async Task The_operation_is_chosen_by_name(string document, string? name, string response) =>
        Assert.Equal(
            response,
            await Responses.ExecuteAsync(Executor, Responses.Request(document, Root, operationName: name))
        );

    [Fact]
    public async Task An_invalid_document_is_not_executed()
    {
        var executor = new RequestExecutor(
            SchemaOver(Sdl, ResolveMode.Sync),
            new GraphQLOptions(),
            (_, document) => [GraphQLError.At("Not today.", document.Definitions[0])],
            []
        );

        Assert.Equal(
            """{"errors":[{"message":"Not today.","locations":[{"line":1,"column":1}]}]}""",
            await Responses.ExecuteAsync(executor, Responses.Request("{ a }", Root))
        );
    }

    [Fact]
    public async Task A_mutation_is_refused_where_only_reading_is_allowed()
    {
        var request = new OperationRequest
        {
            Document = "mutation { b }"u8.ToArray(),
            Services = Responses.NoServices,
            NoMutations = true,
        };

        Assert.Equal(
            """{"errors":[{"message":"A mutation may not be sent this way.","extensions":{"code":"METHOD_NOT_ALLOWED"}}]}""",
            await Responses.ExecuteAsync(Executor, request)
        );
    }

    [Fact]
    public async Task The_text_may_be_overwritten_once_it_is_executed()
    {
        var text = "{ a }"u8.ToArray();
        var request = new OperationRequest
        {
            Document = text,
            Services = Responses.NoServices,
            RootValue = Root,
        };
        await Responses.ExecuteAsync(Executor, request);
        text.AsSpan().Fill((byte)'x');

        Assert.Equal("""{"data":{"a":1}}""", await Responses.ExecuteAsync(Executor, Responses.Request("{ a }", Root)));
    }

    [Fact]
    public async Task Operation_middlewares_stand_around_the_operation_in_order()
    {
        var order = new List<string>();
        var executor = Responses.Executor(
            SchemaOver(Sdl, ResolveMode.Sync),
            null,
            async (context, next) =>
            {
                order.Add("outer");
                context.ResponseExtensions = new Dictionary<string, object?> { ["cost"] = 3 };
                var result = await next(context);
                order.Add("outer done");
                return result;
            },
            (context, next) =>
            {
                order.Add($"inner {context.Operation.Name}");
                return next(context);
            }
        );

        var response = await Responses.ExecuteAsync(executor, Responses.Request("query Q { a }", Root));

        Assert.Equal("""{"data":{"a":1},"extensions":{"cost":3}}""", response);
        Assert.Equal(["outer", "inner Q", "outer done"], order);
    }

    [Fact]
    public async Task A_middleware_that_throws_is_told_without_details()
    {
        var executor = Responses.Executor(
            SchemaOver(Sdl, ResolveMode.Sync),
            null,
            (_, _) => throw new InvalidOperationException("secret")
        );

        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error"}],"data":null}""",
            await Responses.ExecuteAsync(executor, Responses.Request("{ a }", Root))
        );
    }
}
