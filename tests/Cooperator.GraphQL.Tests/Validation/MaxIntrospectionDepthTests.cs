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

    [Fact]
    public void Interfaces_count() =>
        ExpectErrors(
            """
            { __schema { types { fields { type { interfaces { fields { name } } } } } } }
            """,
            "Maximum introspection depth exceeded (1:3)"
        );

    [Fact]
    public void Possible_types_and_input_fields_count() =>
        ExpectErrors(
            """
            { __type(name: "Dog") { possibleTypes { ... { possibleTypes { inputFields { name } } } } } }
            """,
            "Maximum introspection depth exceeded (1:3)"
        );

    [Fact]
    public void A_fragment_is_followed_again_at_a_greater_depth() =>
        ExpectErrors(
            """
            { __schema { types { ...A } } __type(name: "Dog") { fields { type { ...A } } } }
            fragment A on __Type { fields { type { fields { name } } } ...A ...Nothing }
            """,
            "Maximum introspection depth exceeded (1:31)"
        );

    [Fact]
    public void A_fragment_counts_with_the_depth_it_is_spread_at() =>
        ExpectErrors(
            """
            { a: __schema { types { fields { type { ...A } } } } b: __schema { types { fields { type { fields { type { ...A } } } } } } c: __schema { types { ...A } } d: __schema { types { fields { type { fields { type { ...A } } } } } } }
            fragment A on __Type { fields { name } }
            """,
            "Maximum introspection depth exceeded (1:54)",
            "Maximum introspection depth exceeded (1:156)"
        );

    [Fact]
    public void A_fragment_is_followed_again_further_down_the_same_field() =>
        ExpectErrors(
            """
            { __schema { types { ...A fields { type { fields { type { ...A } } } } } } }
            fragment A on __Type { fields { name } }
            """,
            "Maximum introspection depth exceeded (1:3)"
        );

    [Fact]
    public void A_fragment_that_is_not_too_deep_may_be_spread_again() =>
        ExpectValid(
            """
            { __schema { types { ...A ...A } } __type(name: "Dog") { fields { type { ...A } } } }
            fragment A on __Type { name }
            """
        );
}
