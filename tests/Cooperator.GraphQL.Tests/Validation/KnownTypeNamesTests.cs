using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class KnownTypeNamesTests() : RuleTests(KnownTypeNamesRule.Definition)
{
    [Fact]
    public void Known_names_are_fine() =>
        ExpectValid(
            """
            query ($a: String, $b: [Boolean!]!) { dog { ... on Dog { name } ...F } } fragment F on Canine { name }
            """
        );

    [Fact]
    public void Others_are_not_and_near_ones_are_suggested() =>
        ExpectErrors(
            """
            query ($a: [JumbledUpLetters!]) {
              pet { ... on Badger { name } ...F }
            }
            fragment F on Pat { name }
            """,
            "Unknown type \"JumbledUpLetters\". (1:13)",
            "Unknown type \"Badger\". (2:16)",
            "Unknown type \"Pat\". Did you mean \"Cat\", \"Pet\", or \"Int\"? (4:15)"
        );

    [Fact]
    public void Types_of_the_document_are_known_too() =>
        ExpectErrors(
            """
            query ($a: Mine) { dog { ... on Other { name } } }
            input Mine { a: Int b: Flot c: Othr }
            type Other implements Pt { a: Float b: __Type }
            """,
            "Unknown type \"Flot\". Did you mean \"Float\"? (2:24)",
            "Unknown type \"Othr\". Did you mean \"Other\"? (2:32)",
            "Unknown type \"Pt\". Did you mean \"Pet\"? (3:23)"
        );

    [Fact]
    public void What_is_only_extended_is_not() =>
        ExpectErrors(
            """
            query ($a: __Tpe, $b: Mine) { dog { name } }
            extend type Mine { a: ID }
            """,
            "Unknown type \"__Tpe\". Did you mean \"__Type\"? (1:12)",
            "Unknown type \"Mine\". Did you mean \"Int\"? (1:23)"
        );
}
