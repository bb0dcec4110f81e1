namespace Cooperator.GraphQL.Tests.Building;

public sealed class AttributedSchemaTests
{
    [Fact]
    public async Task Reads_properties_and_methods_of_every_kind()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        var data = await server.QueryAsync(
            """{ findMember(by: { name: "Bo" }) { name role joinedOn leftOn shares isBoard unit { number } neighbours { name } } count(to: 3) }"""
        );

        Assert.Equal(
            """{"findMember":{"name":"Bo","role":"RESIDENT","joinedOn":"2021-01-31","leftOn":"2024-02-29","shares":1,"isBoard":false,"unit":{"number":7},"neighbours":[{"name":"Alma"}]},"count":[1,2,3]}""",
            data.ToJsonString()
        );
    }

    [Fact]
    public async Task Prints()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);
        TestContext.Current.TestOutputHelper!.WriteLine(server.Sdl);
        Assert.Contains("type Member implements Node", server.Sdl, StringComparison.Ordinal);
    }
}
