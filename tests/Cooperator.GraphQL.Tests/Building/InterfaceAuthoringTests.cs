namespace Cooperator.GraphQL.Tests.Building;

/// <summary>Which classes stand behind interfaces and unions, and which properties they have.</summary>
public sealed class InterfaceAuthoringTests
{
    [Fact]
    public async Task An_interface_has_the_fields_of_those_it_implements()
    {
        await using var server = TestServer.Of(typeof(Pets));

        Assert.Contains(
            "interface Pet implements Animal {\n  name: String!\n  lives: Int!\n}\n",
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.Equal(
            """{"pets":[{"name":"Minka","lives":9}]}""",
            (await server.QueryAsync("{ pets { name lives } }")).ToJsonString()
        );
    }

    [Fact]
    public async Task A_hidden_property_is_no_field_beside_the_one_that_hides_it()
    {
        await using var server = TestServer.Of(typeof(Hiding));

        Assert.Contains(
            "type Narrow {\n  kept: Int!\n  what: String!\n  animal: Cat!\n}\n",
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "input NarrowInput {\n  what: String!\n  kept: Int!\n}\n",
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.Equal(
            """{"narrow":{"what":"text","animal":{"name":"Minka"}},"echo":"given 3"}""",
            (
                await server.QueryAsync(
                    """{ narrow { what animal { name } } echo(input: { what: "given", kept: 3 }) }"""
                )
            ).ToJsonString()
        );
    }

    [Fact]
    public async Task Classes_that_are_not_for_the_schema_become_no_members()
    {
        await using var server = TestServer.Of(typeof(Things));

        Assert.Contains("union Thing = Stone\n", server.Sdl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_was_added_joins_its_union()
    {
        await using var server = TestServer.Of(typeof(Things), typeof(Box<int>));

        Assert.Contains("union Thing = BoxOfInt | Stone\n", server.Sdl, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_needs_a_class_without_objects_of_its_own() =>
        Assert.Equal(
            [
                "Concretes.GetOne: Concrete can have objects of its own, for which [InterfaceType] leaves no type: make it abstract.",
            ],
            TestServer.Faults(typeof(Concretes))
        );

    [Theory]
    [InlineData(
        typeof(AnimalExtra),
        "AnimalExtra: [ObjectType<T>] describes an object type, and IAnimal is an interface: describe the classes behind it."
    )]
    [InlineData(
        typeof(ThingExtra),
        "ThingExtra: [ObjectType<T>] describes an object type, and IThing is a union: describe the classes behind it."
    )]
    [InlineData(typeof(ShadeExtra), "ShadeExtra: [ObjectType<T>] describes an object type, and Shade is an enum.")]
    [InlineData(typeof(NumberExtra), "NumberExtra: [ObjectType<T>] describes an object type, and Int32 is a scalar.")]
    public void Only_object_types_are_described_by_classes(Type extra, string fault) =>
        Assert.Equal([fault], TestServer.Faults(typeof(Pets), extra));

    [InterfaceType]
    public interface IAnimal
    {
        string Name { get; }
    }

    [InterfaceType]
    public interface IPet : IAnimal
    {
        int Lives { get; }
    }

    public sealed record Cat(string Name, int Lives) : IPet;

    [QueryType]
    public static class Pets
    {
        public static IReadOnlyList<IPet> GetPets() => [new Cat("Minka", 9)];
    }

    public abstract class Wide
    {
        public Uri? What { get; set; }

        public abstract IAnimal Animal { get; }

        public int Kept { get; set; }
    }

    public sealed class Narrow : Wide
    {
        public new string What { get; set; } = "text";

        public override Cat Animal => new("Minka", 9);
    }

    [QueryType]
    public static class Hiding
    {
        public static Narrow GetNarrow() => new();

        public static string Echo(Narrow input) => $"{input.What} {input.Kept}";
    }

    [UnionType]
    public interface IThing;

    public sealed record Stone(double Weight) : IThing;

    [GraphQLIgnore]
    public sealed record Ignored(int Number) : IThing;

    private sealed record Hidden(int Number) : IThing;

    public sealed record Box<T>(T Value) : IThing;

    [QueryType]
    public static class Things
    {
        public static IThing GetThing() => new Stone(new Hidden(2).Number);
    }

    [InterfaceType]
    public class Concrete
    {
        public int Number { get; } = 1;
    }

    [QueryType]
    public static class Concretes
    {
        public static Concrete GetOne() => new();
    }

    public enum Shade
    {
        Light,
    }

    [ObjectType<IAnimal>]
    public static class AnimalExtra
    {
        public static int GetAge() => 1;
    }

    [ObjectType<IThing>]
    public static class ThingExtra
    {
        public static int GetAge() => 1;
    }

    [ObjectType<Shade>]
    public static class ShadeExtra
    {
        public static int GetAge() => 1;
    }

    [ObjectType<int>]
    public static class NumberExtra
    {
        public static int GetAge() => 1;
    }
}
