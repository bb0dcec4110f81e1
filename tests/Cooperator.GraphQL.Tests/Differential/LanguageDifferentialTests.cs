using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Validation;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>The parser and the printer against graphql-js. GRAPHQL_SEED and GRAPHQL_DOCUMENTS choose where to begin and how many documents to try.</summary>
public sealed class LanguageDifferentialTests
{
    private static readonly DocumentNode Schema = Parser.Parse(PetSchema.Sdl);

    [Fact]
    public void Documents_valid_and_broken_are_parsed_and_printed_as_by_the_reference()
    {
        using var oracle = GraphQLOracle.Start();
        foreach (var seed in DifferentialRun.Seeds())
        {
            var text = new DocumentGenerator(Schema, seed).Generate();
            Compare(oracle, seed, text);
            Compare(oracle, seed, new TextMutator(seed).Mutate(text));
        }
    }

    [Fact]
    public void Schemas_valid_and_broken_are_parsed_and_printed_as_by_the_reference()
    {
        using var oracle = GraphQLOracle.Start();
        foreach (var text in (string[])[PetSchema.Sdl, KitchenSink.Sdl, KitchenSink.Query])
        {
            Compare(oracle, 0, text);
        }

        foreach (var seed in DifferentialRun.Seeds())
        {
            Compare(oracle, seed, new TextMutator(seed).Mutate(KitchenSink.Sdl));
        }
    }

    private static void Compare(GraphQLOracle oracle, int seed, string text)
    {
        var expected = oracle.Ask(text);
        string actual;
        try
        {
            actual = Parser.Parse(text).ToString();
        }
        catch (GraphQLException exception)
        {
            actual = DifferentialRun.Describe(exception.Errors.Single());
        }

        DifferentialRun.AssertSame(expected.Parse?.ToString() ?? expected.Printed!, actual, seed, text);
    }
}
