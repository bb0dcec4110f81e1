using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;
using Cooperator.GraphQL.Validation.Limits;

namespace Cooperator.GraphQL.Tests.Validation;

/// <summary>The limits of <see cref="ValidationOptions"/>, checked once the rules are kept.</summary>
public sealed class LimitTests
{
    private static readonly Schema Pets = SchemaBuilder.FromSdl(PetSchema.Sdl);

    [Fact]
    public void Depth_is_counted_through_fragments_and_not_in_introspection()
    {
        const string query =
            "{ human { ...F } __schema { types { fields { type { ofType { name } } } } } } fragment F on Human { relatives { iq } }";

        ExpectNothing(query, new ValidationOptions { MaxDepth = 3 });
        Expect(
            query,
            new ValidationOptions { MaxDepth = 2 },
            "The operation is nested 3 levels deep, but may be at most 2.",
            "DEPTH_LIMIT_EXCEEDED"
        );
    }

    [Fact]
    public void Aliases_are_counted()
    {
        const string query = "{ a: dog { b: name } dog { name } }";

        ExpectNothing(query, new ValidationOptions { MaxAliases = 2 });
        Expect(
            query,
            new ValidationOptions { MaxAliases = 1 },
            "The document uses more than 1 aliases.",
            "ALIAS_LIMIT_EXCEEDED"
        );
    }

    [Fact]
    public void Directives_are_counted()
    {
        const string query = "{ dog @onField { name @skip(if: true) } }";

        ExpectNothing(query, new ValidationOptions { MaxDirectives = 0 });
        Expect(
            query,
            new ValidationOptions { MaxDirectives = 1 },
            "The document uses more than 1 directives.",
            "DIRECTIVE_LIMIT_EXCEEDED"
        );
    }

    [Fact]
    public void Introspection_can_be_switched_off_but_for_typename()
    {
        var options = new ValidationOptions { AllowIntrospection = false };

        ExpectNothing("{ __typename dog { __typename } }", options);
        Expect(
            "{ __type(name: \"Dog\") { name } }",
            options,
            "GraphQL introspection has been disabled, but the requested query contained the field \"__type\".",
            "INTROSPECTION_DISABLED"
        );
    }

    private static void ExpectNothing(string query, ValidationOptions options) =>
        Assert.Empty(new DocumentValidator(Pets, options).Validate(Parser.Parse(query)));

    private static void Expect(string query, ValidationOptions options, string message, string code)
    {
        var error = Assert.Single(new DocumentValidator(Pets, options).Validate(Parser.Parse(query)));
        Assert.Equal(message, error.Message);
        Assert.Equal(code, error.Extensions!["code"]);
        Assert.Single(error.Locations);
    }
}
