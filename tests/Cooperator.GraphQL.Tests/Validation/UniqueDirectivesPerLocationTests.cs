using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueDirectivesPerLocationTests() : RuleTests(UniqueDirectivesPerLocationRule.Definition)
{
    [Fact]
    public void Once_and_repeatable_ones_are_fine() =>
        ExpectValid(
            """
            query @tag(name: "a") @tag(name: "b") { dog @onField { name @onField } }
            """
        );

    [Fact]
    public void Twice_is_not() =>
        ExpectErrors(
            """
            { dog @onField @onField @onField { ...F @weighted(weight: 1) @weighted(weight: 2) } }
            """,
            "The directive \"@onField\" can only be used once at this location. (1:7, 1:16)",
            "The directive \"@onField\" can only be used once at this location. (1:7, 1:25)",
            "The directive \"@weighted\" can only be used once at this location. (1:41, 1:62)"
        );
}
