using System.Collections.Immutable;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Differential.Generating;
using Cooperator.GraphQL.Tests.Differential.Mutating;
using Cooperator.GraphQL.Tests.Validation;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;
using Cooperator.GraphQL.Validation.Rules;

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

    /// <summary>What no generator comes upon, found by hand.</summary>
    [Fact]
    public void Documents_made_to_find_a_difference_are_validated_as_by_the_reference()
    {
        const string Fields = "k0:0 k1:1 k2:2 k3:3 k4:4 k5:5 k6:6 k7:7 k8:8 k9:9 l0:0 l1:1 l2:2 l3:3 l4:4 l5:5";
        Use(
            """
            directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
            scalar Any
            enum Colour { BLUE GREEN }
            type Query {
              of(any: Any, colour: Colour): Int
              n10: Int n9: Int n09: Int n9y: Int a0: Int a1: Int a001: Int a3: Int a03: Int
              big9007199254740993: Int big9007199254740992: Int
            }
            type Subscription { a: Int b: Int }
            extend type Query { twenty(%): Int animal: Animal }
            type Dog { id: ID! }
            type Cat { id: ID! }
            union Animal = Dog | Cat
            """.Replace(
                "%",
                string.Join(' ', Enumerable.Range(0, 20).Select(n => $"a{n}: Int")),
                StringComparison.Ordinal
            )
        );
        var twenty = $"twenty({string.Join(' ', Enumerable.Range(0, 20).Select(n => $"a{n}: {n}"))}) ";
        foreach (
            var text in (string[])
                [
                    $"{{ of(any: {{ k0: 1 {Fields} }}) of(any: {{ {Fields} k0: 1 }}) }}",
                    $"{{ of(any: {{ k0: 0 k0: 1 {Fields} }}) of(any: {{ k0: 1 {Fields} k0: 0 }}) }}",
                    "{ n90 a02 big9007199254740991 n00 a }",
                    "{ of(colour: \"BLUE\u0130\") b: of(colour: \"\u0130BLUE\") c: of(colour: \"GREEN\") }",
                    "subscription { ...F @defer(if: false if: true) ...F } fragment F on Subscription { a b }",
                    // As much work as there may be, counted in the same way.
                    $"{{ ...A ...B }} fragment A on Query {{ {Times(100, twenty)} ...B }} fragment B on Query {{ {Times(100, twenty)} }}",
                    $"{{ animal {{ {Times(330, "... on Dog { id } ... on Cat { id } ")} }} }}",
                    "subscription { ...F @defer(if: true if: false) ...F } fragment F on Subscription { a b }",
                ]
        )
        {
            Assert.Equal(Expected([text])[0], Actual(new Source(text), _validator));
        }
    }

    private static string Times(int times, string text) => string.Concat(Enumerable.Repeat(text, times));

    public void Dispose() => _oracle.Dispose();

    private static string ApiSchema() => File.ReadAllText(Path.Combine(TestMachine.Root, "schema.graphql"));

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
