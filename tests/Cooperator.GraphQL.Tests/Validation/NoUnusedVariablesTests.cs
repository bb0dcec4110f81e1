using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class NoUnusedVariablesTests() : RuleTests(NoUnusedVariablesRule.Definition)
{
    [Fact]
    public void A_use_in_a_fragment_counts() =>
        ExpectValid(
            """
            query ($a: Int) { complicatedArgs { ...F } } fragment F on ComplicatedArgs { intArgField(intArg: $a) }
            """
        );

    [Fact]
    public void No_use_does_not() =>
        ExpectErrors(
            """
            query Q($a: Int, $b: Int = 1) { complicatedArgs { intArgField(intArg: $b) } } query ($c: Int) { dog { name } }
            """,
            "Variable \"$a\" is never used in operation \"Q\". (1:9)",
            "Variable \"$c\" is never used. (1:86)"
        );
}
