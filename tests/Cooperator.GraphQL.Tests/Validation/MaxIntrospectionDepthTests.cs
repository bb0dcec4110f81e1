using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class MaxIntrospectionDepthTests() : RuleTests(MaxIntrospectionDepthRule.Definition)
{
    [Fact]
    public void What_tools_ask_is_fine() =>
        ExpectValid(
            """
            { __schema { types { fields { type { ofType { ofType { name } } } args { type { name } } } inputFields { name } } } }
            """
        );

    [Fact]
    public void Lists_in_lists_in_lists_are_not() =>
        ExpectErrors(
            """
            { __schema { types { fields { type { ...F } } } } } fragment F on __Type { fields { type { fields { name } } } }
            """,
            "Maximum introspection depth exceeded (1:3)"
        );
}
