using System.Diagnostics;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class ValidatorTests
{
    private static readonly DocumentValidator Validator = new(SchemaBuilder.FromSdl(PetSchema.Sdl));

    [Fact]
    public void All_rules_are_checked_in_one_walk() =>
        Assert.Equal(
            [
                "Variable \"$a\" is never used.",
                "Cannot query field \"nam\" on type \"Dog\". Did you mean \"name\"?",
                "Fragment \"F\" is never used.",
            ],
            Validator
                .Validate(Parser.Parse("query ($a: Int) { dog { nam } } fragment F on Dog { name }"))
                .Select(error => error.Message)
        );

    [Fact]
    public void Limits_are_not_checked_while_rules_are_broken()
    {
        var validator = new DocumentValidator(
            SchemaBuilder.FromSdl(PetSchema.Sdl),
            new ValidationOptions { MaxDepth = 1 }
        );

        Assert.Equal(
            ["Unknown fragment \"F\"."],
            validator.Validate(Parser.Parse("{ human { relatives { ...F } } }")).Select(error => error.Message)
        );
    }

    [Fact]
    public void After_a_hundred_errors_it_gives_up()
    {
        var query = "{ " + string.Concat(Enumerable.Range(0, 150).Select(i => $"a{i} ")) + "}";

        var errors = Validator.Validate(Parser.Parse(query));

        Assert.Equal(101, errors.Length);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1].Message);
    }

    [Theory]
    [InlineData("fields")]
    [InlineData("fragments")]
    [InlineData("nested")]
    [InlineData("variables")]
    [InlineData("chain")]
    public void Documents_made_to_be_slow_are_not(string kind)
    {
        var query = kind switch
        {
            "fields" => "{ dog { " + string.Concat(Enumerable.Repeat("name(surname: true) ", 2_500)) + "} }",
            "fragments" => "{ dog { "
                + string.Concat(Enumerable.Range(0, 800).Select(i => $"...F{i} "))
                + "} } "
                + string.Concat(Enumerable.Range(0, 800).Select(i => $"fragment F{i} on Dog {{ name a{i}: name }} ")),
            "nested" => "{ "
                + string.Concat(Enumerable.Repeat("human { relatives { name } relatives { name } } ", 900))
                + "}",
            "variables" => string.Concat(
                Enumerable.Range(0, 700).Select(i => $"query Q{i} {{ dog {{ ...F name(surname: $a{i}) }} }} ")
            ) + "fragment F on Dog { name }",
            _ => "{ dog { ...F0 } } "
                + string.Concat(
                    Enumerable.Range(0, 1_500).Select(i => $"fragment F{i} on Dog {{ mother {{ ...F{i + 1} }} }} ")
                )
                + "fragment F1500 on Dog { ...F0 }",
        };
        var document = Parser.Parse(query, new ParserOptions { MaxTokens = 100_000 });
        var clock = Stopwatch.StartNew();

        Validator.Validate(document);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{kind} took {clock.Elapsed}.");
    }
}
