namespace Cooperator.GraphQL.Tests.Building;

public sealed class NodeTests
{
    private static readonly string AlmaId = NodeIds.Format("Member", CoopSchema.Alma);

    [Fact]
    public async Task Fetches_an_object_again_by_its_global_id()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            $$"""{"node":{"__typename":"Member","id":"{{AlmaId}}","name":"Alma"},"member":{"name":"Alma"},"nodes":[{"id":"{{AlmaId}}"},null]}""",
            (
                await server.QueryAsync(
                    "query ($id: ID!, $gone: ID!) { node(id: $id) { __typename id ... on Member { name } } member(id: $id) { name } nodes(ids: [$id, $gone]) { id } }",
                    new { id = AlmaId, gone = NodeIds.Format("Member", Guid.Empty) }
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Says_which_type_an_id_should_have_named()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);
        var unitId = NodeIds.Format("Unit", CoopSchema.Alma);

        Assert.Equal(
            $$$"""{"errors":[{"message":"\"{{{unitId}}}\" is not a valid id of type \"Member\".","locations":[{"line":1,"column":3}],"path":["member"],"extensions":{"code":"INVALID_ID"}}],"data":{"member":null}}""",
            await server.ExecuteAsync($$"""{ member(id: "{{unitId}}") { name } }""")
        );
        Assert.Contains(
            "\"nonsense\\\" is not a valid id.",
            await server.ExecuteAsync("""{ nodes(ids: ["nonsense"]) { id } }"""),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("TWVtYmVyOg")]
    [InlineData("00000000-0000-7000-8000-000000000001")]
    public void Refuses_what_is_no_global_id(string text) =>
        Assert.Equal(
            "INVALID_ID",
            Assert.Throws<GraphQLException>(() => NodeIds.ParseGuid(text, "Member")).Errors[0].Extensions!["code"]
        );

    [Fact]
    public void Reads_back_every_kind_of_id()
    {
        Assert.Equal(CoopSchema.Bo, NodeIds.ParseGuid(NodeIds.Format("Member", CoopSchema.Bo), "Member"));
        Assert.Equal("a:b", NodeIds.ParseString(NodeIds.Format("File", "a:b"), "File"));
        Assert.Equal(-7, NodeIds.ParseInt64(NodeIds.Format("Row", -7), expectedType: null));
    }
}
