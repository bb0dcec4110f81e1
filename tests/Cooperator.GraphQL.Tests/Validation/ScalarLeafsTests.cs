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

    [Fact]
    public void Lists_and_nulls_do_not_matter_and_unknown_fields_are_another_rules_matter() =>
        ExpectErrors(
            """
            { dog { name { a } unknown mother } human { relatives name } complicatedArgs { enumArgField { a } } }
            """,
            "Field \"name\" must not have a selection since type \"String\" has no subfields. (1:14)",
            "Field \"mother\" of type \"Dog\" must have a selection of subfields. Did you mean \"mother { ... }\"? (1:28)",
            "Field \"relatives\" of type \"[Human]!\" must have a selection of subfields. Did you mean \"relatives { ... }\"? (1:45)",
            "Field \"enumArgField\" must not have a selection since type \"String\" has no subfields. (1:93)"
        );
}
