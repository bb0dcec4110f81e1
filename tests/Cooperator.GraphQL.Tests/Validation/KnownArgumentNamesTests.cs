using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class KnownArgumentNamesTests() : RuleTests(KnownArgumentNamesRule.Definition)
{
    [Fact]
    public void Known_ones_are_fine() =>
        ExpectValid(
            """
            { dog { name(surname: true) @skip(if: true) isAtLocation(y: 1, x: 2) } }
            """
        );

    [Fact]
    public void Others_are_not_and_near_ones_are_suggested() =>
        ExpectErrors(
            """
            { dog { name(surnam: true) @skip(iff: true, unless: 1) doesKnowCommand(command: SIT) } }
            """,
            "Unknown argument \"surnam\" on field \"Dog.name\". Did you mean \"surname\"? (1:14)",
            "Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"? (1:34)",
            "Unknown argument \"unless\" on directive \"@skip\". (1:45)",
            "Unknown argument \"command\" on field \"Dog.doesKnowCommand\". Did you mean \"dogCommand\"? (1:72)"
        );
}
