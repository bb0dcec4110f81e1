using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueVariableNamesTests() : RuleTests(UniqueVariableNamesRule.Definition)
{
    [Fact]
    public void Two_of_one_name_are_refused() =>
        ExpectErrors(
            """
            query A($x: Int, $x: String, $y: Int, $x: ID) { __typename }
            query B($x: Int) { __typename }
            """,
            "There can be only one variable named \"$x\". (1:10, 1:19, 1:40)"
        );

    [Fact]
    public void Each_operation_has_its_own() =>
        ExpectErrors(
            """
            query ($a: Int, $a: String, $b: Int) { dog { name } } query B($a: Int) { dog { name } }
            """,
            "There can be only one variable named \"$a\". (1:9, 1:18)"
        );
}
