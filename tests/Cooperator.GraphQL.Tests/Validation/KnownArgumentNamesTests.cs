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

    [Fact]
    public void The_document_may_define_directives_itself() =>
        ExpectErrors(
            """
            { dog { name @mine(known: 1, unless: 2) @skip(unless: true) } }
            directive @mine(known: Int) on FIELD
            directive @skip(if: Boolean) on FIELD
            """,
            "Unknown argument \"unless\" on directive \"@mine\". (1:30)",
            "Unknown argument \"unless\" on directive \"@skip\". (1:47)"
        );

    [Fact]
    public void Arguments_of_what_is_unknown_are_another_rules_matter() =>
        ExpectValid(
            """
            { dog { unknown(a: 1) name @unknown(a: 1) } }
            """
        );
}
