using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Differential;
using Cooperator.GraphQL.Tests.Validation;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Types;

/// <summary>Schema coordinates, read and looked up as by graphql-js.</summary>
public sealed class SchemaCoordinateTests
{
    private static readonly Schema Pets = SchemaBuilder.FromSdl(PetSchema.Sdl);

    private static readonly string[] Coordinates =
    [
        "Dog",
        "Dog.name",
        "Dog.name(surname:)",
        "Dog.name(other:)",
        "Dog.nothing",
        "Dog.nothing(a:)",
        "Dog.__typename",
        "Nothing",
        "Nothing.name",
        "Nothing.name(a:)",
        "Pet.name(surname:)",
        "FurColor.BROWN",
        "FurColor.GREEN",
        "FurColor.BROWN(a:)",
        "ComplexInput.intField",
        "ComplexInput.nothing",
        "CatOrDog.name",
        "CatOrDog",
        "@skip",
        "@skip(if:)",
        "@skip(unless:)",
        "@nothing",
        "@nothing(if:)",
        "__Type.fields(includeDeprecated:)",
        "",
        "Dog.",
        "Dog. name",
        " Dog",
        "Dog.name(",
        "Dog.name(surname)",
        "Dog.name(surname:) ",
        "Dog(name:)",
        "Dog.name.other",
        "@skip.if",
        "@@skip",
        "Dög",
        "Dog\n.name",
        "1Dog",
        "Dog.name(surname: true)",
    ];

    [Fact]
    public void Mean_what_they_mean_to_the_reference()
    {
        using var oracle = GraphQLOracle.Start(PetSchema.Sdl);

        Assert.All(Coordinates, coordinate => Assert.Equal(oracle.Find(coordinate), Find(coordinate)));
    }

    [Theory]
    [InlineData("Dog")]
    [InlineData("Dog.name")]
    [InlineData("Dog.name(surname:)")]
    [InlineData("@skip")]
    [InlineData("@skip(if:)")]
    public void Are_written_as_they_are_read(string coordinate) =>
        Assert.Equal(coordinate, SchemaCoordinate.Parse(coordinate).ToString());

    private static string Find(string coordinate)
    {
        try
        {
            return Pets.Find(SchemaCoordinate.Parse(coordinate)) switch
            {
                null => "nothing",
                NamedType type => $"NamedType {type.Name}",
                FieldDefinition field => $"Field {field.Name}",
                EnumValueDefinition value => $"EnumValue {value.Name}",
                DirectiveDefinition directive => $"Directive {directive.Name}",
                var value => $"Input {value.Name}",
            };
        }
        catch (GraphQLException exception)
        {
            return DifferentialRun.Describe(exception.Errors.Single());
        }
        catch (KeyNotFoundException exception)
        {
            return exception.Message;
        }
    }
}
