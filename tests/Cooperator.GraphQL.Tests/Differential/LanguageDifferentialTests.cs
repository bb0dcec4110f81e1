using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Differential.Generating;
using Cooperator.GraphQL.Tests.Differential.Mutating;
using Cooperator.GraphQL.Tests.Validation;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>The parser and the printer against graphql-js.</summary>
public sealed class LanguageDifferentialTests : IDisposable
{
    private readonly GraphQLOracle _oracle = GraphQLOracle.Start();

    [Fact]
    public void Documents_valid_and_broken_are_parsed_and_printed_as_by_the_reference()
    {
        var pets = new SchemaView(PetSchema.Sdl);
        Compare(0, KitchenSink.Query);
        foreach (var seed in DifferentialRun.Seeds())
        {
            Compare(seed, new DocumentGenerator(pets, seed).Generate());
            Compare(seed, new TextMutator(seed).Mutate(KitchenSink.Query));
        }
    }

    [Fact]
    public void Schemas_valid_and_broken_are_parsed_and_printed_as_by_the_reference()
    {
        foreach (var text in (string[])[PetSchema.Sdl, KitchenSink.Sdl])
        {
            Compare(0, text);
        }

        foreach (var seed in DifferentialRun.Seeds())
        {
            Compare(seed, new TextMutator(seed).Mutate(KitchenSink.Sdl));
        }
    }

    public void Dispose() => _oracle.Dispose();

    private void Compare(int seed, string text) =>
        DifferentialRun.Compare(seed, Mutation.Of(text, seed), Expected, Actual);

    private List<string> Expected(IReadOnlyList<string> texts) =>
        [.. _oracle.AskAll(texts).Select(answer => answer.Parse?.ToString() ?? answer.Printed!)];

    private static string Actual(Source text)
    {
        try
        {
            return Parser.Parse(text).ToString();
        }
        catch (GraphQLException exception)
        {
            return DifferentialRun.Describe(exception.Errors.Single());
        }
    }
}
