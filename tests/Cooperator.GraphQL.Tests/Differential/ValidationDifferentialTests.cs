using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Validation;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>The rules of validation against graphql-js: the same errors, in the same order, at the same places.</summary>
public sealed class ValidationDifferentialTests
{
    private static readonly DocumentNode Definitions = Parser.Parse(PetSchema.Sdl);
    private static readonly DocumentValidator Validator = new(SchemaBuilder.FromSdl(PetSchema.Sdl));

    [Fact]
    public void Documents_valid_and_broken_are_validated_as_by_the_reference()
    {
        using var oracle = GraphQLOracle.Start(PetSchema.Sdl);
        foreach (var seed in DifferentialRun.Seeds())
        {
            Compare(oracle, seed, new DocumentGenerator(Definitions, seed).Generate());
        }
    }

    [Fact]
    public void Documents_with_types_in_them_are_validated_as_by_the_reference()
    {
        using var oracle = GraphQLOracle.Start(PetSchema.Sdl);
        Compare(oracle, 0, KitchenSink.Query);
        Compare(oracle, 0, KitchenSink.Sdl);
        Compare(oracle, 0, PetSchema.Sdl);
    }

    private static void Compare(GraphQLOracle oracle, int seed, string text)
    {
        var expected = oracle.Ask(text);
        var document = Parser.Parse(text);
        var actual = Validator.Validate(document, SpecifiedRules.RuleSet);
        DifferentialRun.AssertSame(
            string.Join('\n', expected.Validation!.Select(error => error.ToString())),
            string.Join('\n', actual.Select(DifferentialRun.Describe)),
            seed,
            text
        );
    }
}
