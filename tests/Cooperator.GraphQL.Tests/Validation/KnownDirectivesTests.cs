using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class KnownDirectivesTests() : RuleTests(KnownDirectivesRule.Definition)
{
    [Fact]
    public void Each_at_its_place_is_fine() =>
        ExpectValid(
            """
            query ($a: Int @onVariableDefinition) @onQuery { dog @onField { ... @onInlineFragment { name @skip(if: true) } ...F @onFragmentSpread } } fragment F on Dog @onFragmentDefinition { name } subscription @onSubscription { dogBarked { name } }
            """
        );

    [Fact]
    public void Unknown_ones_and_wrong_places_are_not() =>
        ExpectErrors(
            """
            query Q($a: Int @onField) @onField { dog @onQuery { name @unknown ... @onQuery { name } ...F @onQuery } }
            fragment F on Dog @onQuery { name }
            """,
            "Directive \"@onField\" may not be used on VARIABLE_DEFINITION. (1:17)",
            "Directive \"@onField\" may not be used on QUERY. (1:27)",
            "Directive \"@onQuery\" may not be used on FIELD. (1:42)",
            "Unknown directive \"@unknown\". (1:58)",
            "Directive \"@onQuery\" may not be used on INLINE_FRAGMENT. (1:71)",
            "Directive \"@onQuery\" may not be used on FRAGMENT_SPREAD. (1:94)",
            "Directive \"@onQuery\" may not be used on FRAGMENT_DEFINITION. (2:19)"
        );
}
