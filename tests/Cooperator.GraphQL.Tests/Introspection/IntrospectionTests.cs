using System.Text.Json.Nodes;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Tests.Building;
using Cooperator.GraphQL.Tests.Differential;
using Cooperator.GraphQL.Tests.Differential.Generating;
using Cooperator.GraphQL.Tests.Execution;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Introspection;

public sealed class IntrospectionTests
{
    [Fact]
    public async Task A_client_builds_the_same_schema_from_it()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);
        using var oracle = GraphQLOracle.Start();

        var data = await server.QueryAsync(oracle.IntrospectionQuery());

        Assert.Equal(server.Sdl, oracle.PrintIntrospected(data));
    }

    [Fact]
    public async Task A_client_builds_any_schema_from_it()
    {
        using var oracle = GraphQLOracle.Start();
        var query = oracle.IntrospectionQuery();
        foreach (var seed in DifferentialRun.Seeds(0, DifferentialRun.Count / 6))
        {
            var sdl = new SchemaGenerator(seed).Generate();
            var schema = SchemaBuilder.FromSdl(sdl);

            var response = await Responses.ExecuteAsync(
                Responses.Executor(schema),
                Responses.Request(query),
                TestContext.Current.CancellationToken
            );

            var data = JsonNode.Parse(response)!["data"]!;
            DifferentialRun.AssertSame(oracle.PrintIntrospected(data), SchemaPrinter.Print(schema), seed, sdl);
        }
    }

    [Fact]
    public async Task Describes_one_type()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"__type":{"kind":"OBJECT","name":"Greeting","fields":[{"name":"text","type":{"kind":"NON_NULL","ofType":{"name":"String"}}}]},"nothing":null}""",
            (
                await server.QueryAsync(
                    """{ __type(name: "Greeting") { kind name fields { name type { kind ofType { name } } } } nothing: __type(name: "Nothing") { name } }"""
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Shows_what_is_deprecated_when_asked()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"__type":{"fields":[{"name":"text","isDeprecated":false},{"name":"old","isDeprecated":true}]}}""",
            (
                await server.QueryAsync(
                    """{ __type(name: "Greeting") { fields(includeDeprecated: true) { name isDeprecated } } }"""
                )
            ).ToJsonString()
        );
    }
}
