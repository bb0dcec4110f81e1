using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>What clients are told when resolvers fail.</summary>
public sealed class ErrorTests
{
    [Fact]
    public async Task What_was_not_meant_for_the_client_is_not_told() =>
        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["a"]}],"data":{"a":null}}""",
            await ExecuteAsync(_ => throw new InvalidOperationException("secret"))
        );

    [Fact]
    public async Task Details_are_told_when_asked_for()
    {
        var response = await ExecuteAsync(
            _ => throw new InvalidOperationException("the \"cause\""),
            options: new GraphQLOptions { IncludeExceptionDetails = true }
        );

        Assert.Contains(
            "\"message\":\"the \\\"cause\\\"\",\"stackTrace\":\"   at ",
            response,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Extensions_and_several_errors_are_kept() =>
        Assert.Equal(
            """{"errors":[{"message":"one","locations":[{"line":1,"column":3}],"path":["a"],"extensions":{"code":"ONE","facts":[1,null,{"x":true}]}},{"message":"two","locations":[{"line":1,"column":3}],"path":["a"]}],"data":{"a":null}}""",
            await ExecuteAsync(_ =>
                throw new GraphQLException(
                    new GraphQLError("one")
                    {
                        Extensions = new Dictionary<string, object?>
                        {
                            ["code"] = "ONE",
                            ["facts"] = new object?[]
                            {
                                1,
                                null,
                                new Dictionary<string, object?> { ["x"] = true },
                            },
                        },
                    },
                    new GraphQLError("two")
                )
            )
        );

    [Fact]
    public async Task An_error_can_be_reported_beside_a_value() =>
        Assert.Equal(
            """{"errors":[{"message":"stale","locations":[{"line":1,"column":3}],"path":["a"]}],"data":{"a":1}}""",
            await ExecuteAsync(context =>
            {
                context.ReportError(new GraphQLError("stale"));
                return new(1);
            })
        );

    [Fact]
    public async Task Filters_see_each_error_with_its_cause_and_may_change_it()
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IErrorFilter>(
                new Filter(error => error with { Message = $"{error.Exception!.Message} at {error.Path![0]}" })
            )
            .AddSingleton<IErrorFilter>(new Filter(error => error with { Message = $"<{error.Message}>" }))
            .BuildServiceProvider();

        Assert.Equal(
            """{"errors":[{"message":"<secret at a>","locations":[{"line":1,"column":3}],"path":["a"]}],"data":{"a":null}}""",
            await ExecuteAsync(_ => throw new InvalidOperationException("secret"), services)
        );
    }

    private static Task<string> ExecuteAsync(
        FieldResolver resolver,
        IServiceProvider? services = null,
        GraphQLOptions? options = null
    ) =>
        Responses.ExecuteAsync(
            Responses.Executor(
                SchemaBuilder.FromSdl(
                    "type Query { a: Int }",
                    new Dictionary<(string, string), FieldResolver> { [("Query", "a")] = resolver }
                ),
                options
            ),
            Responses.Request("{ a }", services: services)
        );

    private sealed class Filter(Func<GraphQLError, GraphQLError> change) : IErrorFilter
    {
        public GraphQLError OnError(GraphQLError error) => change(error);
    }
}
