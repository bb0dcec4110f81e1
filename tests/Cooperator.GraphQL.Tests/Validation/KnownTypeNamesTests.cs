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
}
