using System.Collections.Immutable;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Differential.Generating;
using Cooperator.GraphQL.Tests.Differential.Mutating;
using Cooperator.GraphQL.Tests.Validation;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;
using Cooperator.GraphQL.Validation.Rules;
using Cooperator.Tests;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>The rules of validation against graphql-js: the same errors, in the same order, at the same places.</summary>
public sealed class ValidationDifferentialTests(ITestOutputHelper output) : IDisposable
{
    private readonly GraphQLOracle _oracle = GraphQLOracle.Start();
    private readonly RuleHits _hits = new(SpecifiedRules.RuleSet);
    private Schema _schema = null!;
    private DocumentValidator _validator = null!;
    private int _compared;

    [Fact]
    public void Documents_valid_and_broken_are_validated_as_by_the_reference()
    {
        var (seed, count) = (DifferentialRun.FirstSeed, DifferentialRun.Count);
        output.WriteLine($"Seed {seed}.");
        CompareOver(PetSchema.Sdl, DifferentialRun.Seeds(0, count));
        CompareOver(ApiSchema(), DifferentialRun.Seeds(0, count + (count / 3)));
        for (var i = 0; i < count; i += 8)
        {
            CompareOver(new SchemaGenerator(seed + i).Generate(), DifferentialRun.Seeds(i, 10));
        }

        output.WriteLine($"{_compared} documents compared.");
        Assert.True(count < 300 || _compared >= 5_000, $"Only {_compared} documents were compared.");
        Assert.True(count < 300 || !_hits.Missed.Any(), $"Hardly broken: {string.Join(", ", _hits.Missed)}.");
    }

    [Fact]
    public void Documents_with_types_in_them_are_validated_as_by_the_reference()
    {
        Use(PetSchema.Sdl);
        foreach (var text in (string[])[KitchenSink.Query, KitchenSink.Sdl, PetSchema.Sdl])
        {
            Compare(0, text);
        }

        foreach (var seed in DifferentialRun.Seeds(0, DifferentialRun.Count / 10))
        {
            Compare(seed, new SchemaGenerator(seed).Generate());
        }
    }

    public void Dispose() => _oracle.Dispose();

    private static string ApiSchema() => File.ReadAllText(Path.Combine(NodeScript.FindRoot(), "schema.graphql"));

    private void Use(string sdl)
    {
        _oracle.Use(sdl);
        _schema = SchemaBuilder.FromSdl(sdl);
        _validator = new DocumentValidator(_schema);
    }

    private void CompareOver(string sdl, IEnumerable<int> seeds)
    {
        Use(sdl);
        var view = new SchemaView(sdl);
        foreach (var seed in seeds)
        {
            Compare(seed, new DocumentGenerator(view, seed).Generate());
        }
    }

    private void Compare(int seed, string text)
    {
        var texts = Mutation.Of(text, seed).ToList();
        _compared += texts.Count;
        DifferentialRun.Compare(seed, texts, Expected, text => Actual(text, _validator));
    }

    private List<string> Expected(IReadOnlyList<string> texts) => [.. _oracle.AskAll(texts).Select(Told)];

    private static string Told(OracleAnswer answer) =>
        answer.Thrown is not null
            ? DifferentialRun.Crash
            : answer.Parse?.ToString() ?? string.Join('\n', answer.Validation!.Select(error => error.ToString()));

    // What is proven at once must be what comparing all pairs finds.
    private void AssertProofIsRight(DocumentNode document, ImmutableArray<GraphQLError> errors)
    {
        MergeClasses.Of(new ValidationContext(_schema, document, ValidationOptions.Default), out var isProven);
        Assert.False(
            isProven && errors.Any(error => error.Message.StartsWith("Fields ", StringComparison.Ordinal)),
            $"Proven to be free of conflicts: {document}"
        );
    }

    private string Actual(Source text, DocumentValidator validator)
    {
        try
        {
            var document = Parser.Parse(text);
            var errors = validator.ValidateRules(document);
            AssertProofIsRight(document, errors);
            if (!errors.IsEmpty)
            {
                _hits.Count(validator, document);
            }

            return string.Join('\n', errors.Select(DifferentialRun.Describe));
        }
        catch (GraphQLException exception)
        {
            return DifferentialRun.Describe(exception.Errors.Single());
        }
    }
}
