using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Validation;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>The rules of validation against graphql-js: the same errors, in the same order, at the same places.</summary>
public sealed class ValidationDifferentialTests
{
    [Fact]
    public void Documents_valid_and_broken_are_validated_as_by_the_reference() => CompareGenerated(PetSchema.Sdl, 0);

    [Fact]
    public void So_are_documents_over_the_schema_of_the_api()
    {
        var sdl = File.ReadAllText(Path.Combine(GraphQLOracle.FindRoot(), "schema.graphql"));
        CompareGenerated(sdl, 1_000_000);
    }

    [Fact]
    public void So_are_documents_over_generated_schemas()
    {
        for (var i = 0; i < 5; i++)
        {
            var sdl = new SchemaGenerator(DifferentialRun.FirstSeed + i).Generate();
            CompareGenerated(sdl, 2_000_000 + (i * 100_000), DifferentialRun.Count / 5);
        }
    }

    [Fact]
    public void Documents_with_types_in_them_are_validated_as_by_the_reference()
    {
        using var oracle = GraphQLOracle.Start(PetSchema.Sdl);
        var validator = new DocumentValidator(SchemaBuilder.FromSdl(PetSchema.Sdl));
        foreach (var text in (string[])[KitchenSink.Query, KitchenSink.Sdl, PetSchema.Sdl])
        {
            Compare(oracle, validator, 0, text);
        }
    }

    private static void CompareGenerated(string sdl, int firstSeed, int? count = null)
    {
        using var oracle = GraphQLOracle.Start(sdl);
        var definitions = Parser.Parse(sdl);
        var validator = new DocumentValidator(SchemaBuilder.FromSdl(sdl));
        foreach (var seed in Enumerable.Range(firstSeed + DifferentialRun.FirstSeed, count ?? DifferentialRun.Count))
        {
            var text = new DocumentGenerator(definitions, seed).Generate();
            Compare(oracle, validator, seed, text);
            Compare(oracle, validator, seed, new TextMutator(seed).Mutate(text));
        }
    }

    private static void Compare(GraphQLOracle oracle, DocumentValidator validator, int seed, string text)
    {
        var expected = oracle.Ask(text);
        DifferentialRun.AssertSame(
            expected.Parse?.ToString() ?? string.Join('\n', expected.Validation!.Select(error => error.ToString())),
            string.Join('\n', Check(validator, text).Select(DifferentialRun.Describe)),
            seed,
            text
        );
    }

    private static IEnumerable<GraphQLError> Check(DocumentValidator validator, string text)
    {
        try
        {
            return validator.Validate(Parser.Parse(text), SpecifiedRules.RuleSet);
        }
        catch (GraphQLException exception)
        {
            return exception.Errors;
        }
    }
}
