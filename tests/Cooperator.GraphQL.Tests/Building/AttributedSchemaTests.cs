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
    public async Task Gives_arguments_their_defaults()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(
            """{"a":{"text":"Hello you"},"b":{"text":"Hello Alma, Bo Hello Alma, Bo"}}""",
            (
                await server.QueryAsync(
                    """query ($names: [String!]) { a: greet { text } b: greet(times: 2, names: $names) { text } }""",
                    new { names = new[] { "Alma", "Bo" } }
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Prints_nullability_defaults_deprecation_and_input_kinds()
    {
        await using var server = TestServer.Of(CoopSchema.Classes);

        Assert.Contains(
            "  greet(times: Int! = 1, names: [String!]): Greeting!\n",
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.Contains("  old: String @deprecated(reason: \"Use text.\")\n", server.Sdl, StringComparison.Ordinal);
        Assert.Contains(
            "input MemberByInput @oneOf {\n  id: ID\n  name: String\n}\n",
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "input RenameInput {\n  memberId: ID!\n  nickname: String\n  name: String! = \"Nobody\"\n  role: Role! = RESIDENT\n}\n",
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("secret", server.Sdl, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Prints_the_same_text_each_time()
    {
        await using var first = TestServer.Of(CoopSchema.Classes);
        await using var second = TestServer.Of(CoopSchema.Classes);

        Assert.Equal(first.Sdl, second.Sdl);
    }

    [Fact]
    public async Task Knows_interfaces_and_unions_by_their_classes()
    {
        await using var server = TestServer.Of(typeof(AnimalQueries));

        Assert.Contains("interface Animal {\n  name: String!\n}\n", server.Sdl, StringComparison.Ordinal);
        Assert.Contains("union Thing = Cat | Stone\n", server.Sdl, StringComparison.Ordinal);
        Assert.Equal(
            """{"animals":[{"__typename":"Cat","name":"Minka","lives":9}],"things":[{"__typename":"Cat"},{"__typename":"Stone","weight":2.5}]}""",
            (
                await server.QueryAsync(
                    "{ animals { __typename name ... on Cat { lives } } things { __typename ... on Stone { weight } } }"
                )
            ).ToJsonString()
        );
    }

    [InterfaceType]
    public interface IAnimal
    {
        string Name { get; }
    }

    [UnionType]
    public interface IThing;

    public sealed record Cat(string Name, int Lives) : IAnimal, IThing;

    public sealed record Stone(double Weight) : IThing;

    [QueryType]
    public static class AnimalQueries
    {
        public static IEnumerable<IAnimal> GetAnimals() => [new Cat("Minka", 9)];

        public static List<IThing> GetThings() => [new Cat("Minka", 9), new Stone(2.5)];
    }
}
