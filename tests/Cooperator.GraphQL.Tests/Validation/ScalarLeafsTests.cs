using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class ScalarLeafsTests() : RuleTests(ScalarLeafsRule.Definition)
{
    [Fact]
    public void Leaves_stand_alone() =>
        ExpectValid(
            """
            { dog { barkVolume doesKnowCommand(dogCommand: SIT) } }
            """
        );

    [Fact]
    public void A_leaf_has_no_selection() =>
        ExpectErrors(
            """
            { dog { barks { sinceWhen } } }
            """,
            "Field \"barks\" must not have a selection since type \"Boolean\" has no subfields. (1:15)"
        );

    [Fact]
    public void Anything_else_has_one() =>
        ExpectErrors(
            """
            { human { pets } }
            """,
            "Field \"pets\" of type \"[Pet]\" must have a selection of subfields. Did you mean \"pets { ... }\"? (1:11)"
        );
}
