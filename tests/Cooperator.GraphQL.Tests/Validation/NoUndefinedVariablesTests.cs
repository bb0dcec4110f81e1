using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class NoUndefinedVariablesTests() : RuleTests(NoUndefinedVariablesRule.Definition)
{
    [Fact]
    public void Defined_ones_are_fine_also_in_fragments() =>
        ExpectValid(
            """
            query ($a: Int) { complicatedArgs { ...F } } fragment F on ComplicatedArgs { intArgField(intArg: $a) }
            """
        );

    [Fact]
    public void Others_are_not_for_each_operation() =>
        ExpectErrors(
            """
            query Q($a: Int) { complicatedArgs { ...F } }
            { complicatedArgs { ...F stringListArgField(stringListArg: ["x", $b]) } }
            fragment F on ComplicatedArgs { intArgField(intArg: $a) }
            """,
            "Variable \"$b\" is not defined. (2:66, 2:1)",
            "Variable \"$a\" is not defined. (3:53, 2:1)"
        );

    [Fact]
    public void The_operation_is_named() =>
        ExpectErrors(
            """
            query Q { complicatedArgs { intArgField(intArg: $a) } }
            """,
            "Variable \"$a\" is not defined by operation \"Q\". (1:49, 1:1)"
        );
}
