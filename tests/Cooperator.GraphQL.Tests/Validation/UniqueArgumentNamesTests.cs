using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueArgumentNamesTests() : RuleTests(UniqueArgumentNamesRule.Definition)
{
    [Fact]
    public void Two_of_one_name_are_refused() =>
        ExpectErrors(
            """
            { dog { isAtLocation(x: 1, y: 2, x: 3, x: 4) @weighted(weight: 1, weight: 1) } }
            """,
            "There can be only one argument named \"x\". (1:22, 1:34, 1:40)",
            "There can be only one argument named \"weight\". (1:56, 1:67)"
        );
}
