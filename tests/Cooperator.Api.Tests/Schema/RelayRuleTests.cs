using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using GraphQLSchema = Cooperator.GraphQL.Types.Schema;

namespace Cooperator.Api.Tests.Schema;

/// <summary>What Relay's compiler and runtime ask of a server: "GraphQL Server Specification" and "Cursor Connections Specification".</summary>
public sealed class RelayRuleTests(CooperatorApplication app) : IClassFixture<CooperatorApplication>
{
    private readonly GraphQLSchema _schema = app.Services.GetRequiredService<GraphQLSchema>();

    [Fact]
    public void Objects_are_identified_and_fetched_again_by_node()
    {
        var node = Assert.IsType<InterfaceType>(_schema.FindType("Node"));
        Assert.Equal(["id: ID!"], node.Fields.Select(field => $"{field.Name}: {field.Type}"));
        var root = _schema.QueryType!.Fields["node"];
        Assert.Equal("Node", root.Type.ToString());
        Assert.Equal(["id: ID!"], root.Arguments.Select(argument => $"{argument.Name}: {argument.Type}"));
    }

    [Fact]
    public void Connections_have_edges_and_page_infos()
    {
        var connections = _schema
            .OrderedTypes.OfType<ObjectType>()
            .Where(type => type.Name.EndsWith("Connection", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(connections);
        foreach (var connection in connections)
        {
            Assert.Equal("PageInfo!", connection.Fields["pageInfo"].Type.ToString());
            Assert.IsType<ListType>(connection.Fields["edges"].Type.Nullable);
            var edge = Assert.IsType<ObjectType>(connection.Fields["edges"].Type.Named);
            Assert.EndsWith("Edge", edge.Name, StringComparison.Ordinal);
            Assert.Equal("String!", edge.Fields["cursor"].Type.ToString());
            Assert.IsNotType<ListType>(edge.Fields["node"].Type.Nullable);
        }
    }

    [Fact]
    public void Page_infos_tell_whether_there_is_more()
    {
        var pageInfo = Assert.IsType<ObjectType>(_schema.FindType("PageInfo"));
        Assert.Equal(
            ["endCursor: String", "hasNextPage: Boolean!", "hasPreviousPage: Boolean!", "startCursor: String"],
            pageInfo.Fields.Select(field => $"{field.Name}: {field.Type}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Fields_with_connections_take_the_arguments_of_pages()
    {
        var fields = _schema
            .OrderedTypes.OfType<ObjectType>()
            .SelectMany(type => type.Fields)
            .Where(field => field.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(fields);
        foreach (var field in fields)
        {
            Assert.Equal("Int", field.Arguments["first"].Type.ToString());
            Assert.Equal("String", field.Arguments["after"].Type.ToString());
            Assert.Equal("Int", field.Arguments["last"].Type.ToString());
            Assert.Equal("String", field.Arguments["before"].Type.ToString());
        }
    }
}
