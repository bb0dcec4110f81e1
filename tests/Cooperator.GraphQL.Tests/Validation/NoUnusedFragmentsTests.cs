using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class NoUnusedFragmentsTests() : RuleTests(NoUnusedFragmentsRule.Definition)
{
    [Fact]
    public void What_operations_reach_is_used() =>
        ExpectValid(
            """
            { dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { name }
            """
        );

    [Fact]
    public void What_only_unused_ones_reach_is_not() =>
        ExpectErrors(
            """
            { dog { name } }
            fragment A on Dog { ...B }
            fragment B on Dog { ...A }
            """,
            "Fragment \"A\" is never used. (2:1)",
            "Fragment \"B\" is never used. (3:1)"
        );
}
