using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;
using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

/// <summary>The quick proof that fields may be merged: right, and quick whatever is sent.</summary>
public sealed class MergeClassesTests
{
    private static readonly Schema Pets = SchemaBuilder.FromSdl(PetSchema.Sdl);
    private static readonly ParserOptions Large = new() { MaxTokens = int.MaxValue };

    [Theory]
    [InlineData("{ dog { name name ...F } } fragment F on Dog { name n: name mother { name } }")]
    [InlineData("{ dog { ... on Dog { name(surname: true) } name(surname: true) } }")]
    [InlineData("{ catOrDog { ... on Cat { x: furColor } ... on Dog { y: barks } __typename } }")]
    [InlineData("{ catOrDog { ... on Cat { name(surname: true) } ... on Dog { name(surname: false) } } }")]
    [InlineData("{ human { ...F relatives { ...F } } } fragment F on Human { relatives { iq } }")]
    public void Proves_what_may_be_merged(string query) => Assert.True(IsProven(query));

    [Theory]
    [InlineData("{ dog { name: nickname name } }")]
    [InlineData("{ dog { name(surname: true) name } }")]
    [InlineData("{ dog { mother { x: name } ...F } } fragment F on Dog { mother { x: nickname } }")]
    [InlineData("{ catOrDog { ... on Cat { x: meows } ... on Dog { x: barkVolume } } }")]
    [InlineData("{ pet { ... on Cat { x: name } x: __typename } }")]
    [InlineData("{ dog { nothing } dog { nothing: name } }")]
    [InlineData("{ human { ...F } } fragment F on Human { relatives @stream { iq } ...F }")]
    [InlineData("{ dog { ...F } } fragment F on Dog { name(surname: true, surname: false) ...F }")]
    [InlineData("{ dog { isAtLocation(x: 1, y: 1) isAtLocation(x: 1, x: 1) } }")]
    [InlineData(
        "{ dog { ...F ...G } } fragment F on Dog { isAtLocation(x: 1, y: 1) } fragment G on Dog { isAtLocation(x: 1, x: 1) }"
    )]
    public void Proves_nothing_of_what_may_not(string query) => Assert.False(IsProven(query));

    // Each of these has, for a size n, more pairs of fields than n squared, or more ways through its fragments than could be counted.
    [Theory]
    [InlineData("{ dog { * } }", " name", "")]
    [InlineData("{ dog { * } }", " mother { name }", "")]
    [InlineData("{ dog { * } }", " ...F#", " fragment F# on Dog { name mother { name } }")]
    [InlineData("{ dog { ...F0 } }", "", " fragment F# on Dog { name ...F+ ...F+ mother { ...F+ } }")]
    [InlineData("{ dog { ...F0 ...F1 } }", "", " fragment F# on Dog { mother { ...F+ } father { ...F+ } }")]
    [InlineData("{ human { * } }", " relatives { relatives { relatives { iq } } }", "")]
    public void Hostile_documents_take_no_more_comparisons_than_they_have_fields(
        string query,
        string selection,
        string fragment
    )
    {
        foreach (var size in (int[])[100, 1_000, 4_000])
        {
            var (tried, text) = Compare(query, selection, fragment, size);

            // Each field is moved at most once for each doubling of its class.
            Assert.InRange(tried, 1, 8 * size * Math.Log2(size));
            Assert.Empty(new DocumentValidator(Pets, Unlimited).Validate(Parser.Parse(text, Large)));
        }
    }

    private static ValidationOptions Unlimited => new() { MaxDepth = 0 };

    private static (int Comparisons, string Text) Compare(string query, string selection, string fragment, int size)
    {
        // Depth is another matter: chains of fragments are as long as the nesting allows.
        var length = fragment.Contains("F+", StringComparison.Ordinal) ? Math.Min(size, 200) : size;
        var text =
            query.Replace("*", Repeat(selection, length), StringComparison.Ordinal)
            + Repeat(fragment, length)
            + (fragment.Contains("F+", StringComparison.Ordinal) ? $" fragment F{length} on Dog {{ name }}" : "");
        var context = new ValidationContext(Pets, Parser.Parse(text, Large), Unlimited);
        var classes = MergeClasses.Of(context, out var isProven);
        Assert.True(isProven);
        return (classes.Comparisons, text);
    }

    private static string Repeat(string text, int times) =>
        string.Concat(
            Enumerable
                .Range(0, times)
                .Select(i =>
                    text.Replace("#", $"{i}", StringComparison.Ordinal)
                        .Replace("+", $"{i + 1}", StringComparison.Ordinal)
                )
        );

    private static bool IsProven(string query)
    {
        MergeClasses.Of(new ValidationContext(Pets, Parser.Parse(query), ValidationOptions.Default), out var isProven);
        return isProven;
    }
}
