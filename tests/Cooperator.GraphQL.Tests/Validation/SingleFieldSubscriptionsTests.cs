using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class SingleFieldSubscriptionsTests() : RuleTests(SingleFieldSubscriptionsRule.Definition)
{
    [Fact]
    public void One_field_is_fine() =>
        ExpectValid(
            """
            subscription { dogBarked(volume: 1) { name } }
            """
        );

    [Fact]
    public void The_same_field_twice_is_one() =>
        ExpectValid(
            """
            subscription S { ...F dogBarked { barks } } fragment F on SubscriptionRoot { dogBarked { name } }
            """
        );

    [Fact]
    public void Two_fields_are_not() =>
        ExpectErrors(
            """
            subscription S {
              dogBarked { name }
              catsMet { name }
            }
            """,
            "Subscription \"S\" must select only one top level field. (3:3)"
        );

    [Fact]
    public void Nor_two_in_fragments() =>
        ExpectErrors(
            """
            subscription {
              ... on SubscriptionRoot { dogBarked { name } }
              ...F
            }
            fragment F on SubscriptionRoot { a: catsMet { name } ...F }
            """,
            "Anonymous Subscription must select only one top level field. (5:34)"
        );

    [Fact]
    public void Introspection_is_no_event() =>
        ExpectErrors(
            """
            subscription S {
              __typename
            }
            """,
            "Subscription \"S\" must not select an introspection top level field. (2:3)"
        );

    [Fact]
    public void Nothing_at_the_root_is_conditional() =>
        ExpectErrors(
            """
            subscription S($a: Boolean!) {
              dogBarked @skip(if: $a) { name }
              catsMet @include(if: $a) { name }
            }
            """,
            "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (2:13, 3:11)"
        );

    [Fact]
    public void No_field_is_too_few() =>
        ExpectErrors(
            """
            subscription S { }
            """,
            "Subscription \"S\" must select one top level field. (1:16)"
        );

    [Fact]
    public void Fragments_on_other_types_select_nothing() =>
        ExpectValid(
            """
            subscription { dogBarked { name } ... on QueryRoot { dog { name } } ...F ...F }
            fragment F on Dog { a: name }
            """
        );

    [Fact]
    public void Each_field_is_named_wherever_it_is_selected() =>
        ExpectErrors(
            """
            subscription { dogBarked { name } ...F ...Nothing ... { catsMet { name } a: catsMet { name } } }
            fragment F on SubscriptionRoot { dogBarked { name } catsMet { meows } }
            """,
            "Anonymous Subscription must select only one top level field. (2:53, 1:57, 1:74)"
        );

    [Fact]
    public void Nor_is_a_fragment_at_the_root() =>
        ExpectErrors(
            """
            subscription S { ... @skip(if: true) { dogBarked { name } } ...F @include(if: true) }
            fragment F on SubscriptionRoot { __typename }
            """,
            "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:22, 1:66)"
        );

    [Fact]
    public void Each_introspection_field_is_named() =>
        ExpectErrors(
            """
            subscription S { __typename a: __schema { queryType { name } } }
            """,
            "Subscription \"S\" must select only one top level field. (1:29)",
            "Subscription \"S\" must not select an introspection top level field. (1:18)",
            "Subscription \"S\" must not select an introspection top level field. (1:29)"
        );

    [Fact]
    public void A_fragment_selects_again_when_it_is_deferred_otherwise() =>
        ExpectErrors(
            """
            subscription S { dogBarked { name } ...F @defer ...F @defer(if: false) catsMet { name } ...F @defer }
            fragment F on SubscriptionRoot { catsMet { name } }
            """,
            "Subscription \"S\" must select only one top level field. (2:34, 2:34, 1:72)"
        );

    [Fact]
    public void Other_operations_may_select_more() =>
        ExpectValid(
            """
            { dog { name } cat { name } }
            mutation { a: adoptDog(name: "") { name } b: adoptDog(name: "") { name } }
            """
        );

    [Fact]
    public void What_is_below_a_condition_is_not_looked_at() =>
        ExpectErrors(
            """
            subscription S { ... @skip(if: true) { dogBarked @include(if: true) { name } } dogBarked @include(if: true) @skip(if: false) { name } }
            """,
            "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. (1:22, 1:109)"
        );

    [Fact]
    public void Fragments_select_anew_in_each_deferred_part() =>
        ExpectErrors(
            """
            subscription S { dogBarked { name } ... @defer { ...F } ... @defer { ... { ...F } } }
            fragment F on SubscriptionRoot { catsMet { name } }
            """,
            "Subscription \"S\" must select only one top level field. (2:34, 2:34)"
        );

    [Fact]
    public void Also_through_other_fragments() =>
        ExpectErrors(
            """
            subscription S { dogBarked { name } ...G @defer ...G @defer }
            fragment G on SubscriptionRoot { ...F }
            fragment F on SubscriptionRoot { catsMet { name } }
            """,
            "Subscription \"S\" must select only one top level field. (3:34, 3:34)"
        );

    [Fact]
    public void And_in_each_part_that_is_deferred_within() =>
        ExpectErrors(
            """
            subscription S { dogBarked { name } ... @defer { ...F @defer ...F @defer } }
            fragment F on SubscriptionRoot { catsMet { name } }
            """,
            "Subscription \"S\" must select only one top level field. (2:34, 2:34)"
        );

    [Fact]
    public void And_in_each_of_those_within() =>
        ExpectErrors(
            """
            subscription S { dogBarked { name } ... @defer { ... @defer { ...F } ... @defer { ...F } } }
            fragment F on SubscriptionRoot { catsMet { name } }
            """,
            "Subscription \"S\" must select only one top level field. (2:34, 2:34)"
        );

    [Theory]
    [InlineData("dogBarked { name } ", 1_000, 49, false)]
    [InlineData("dogBarked { name } ", 1_000, 50, true)]
    [InlineData("dogBarked @onField @tag(name: \"x\") { name } ", 500, 33, false)]
    [InlineData("dogBarked @onField @tag(name: \"x\") { name } ", 500, 34, true)]
    [InlineData("... @defer(if: true, label: \"x\", c: 1) { dogBarked { name } } ", 250, 33, false)]
    [InlineData("... @defer(if: true, label: \"x\", c: 1) { dogBarked { name } } ", 250, 34, true)]
    public void Too_many_ways_through_fragments_are_given_up(
        string selection,
        int count,
        int spreads,
        bool isAborted
    ) =>
        ExpectErrors(
            $"subscription {{ {string.Concat(Enumerable.Repeat("...F @defer ", spreads))}}} "
                + $"fragment F on SubscriptionRoot {{ {string.Concat(Enumerable.Repeat(selection, count))}}}",
            isAborted ? ["Validation aborted. ()"] : []
        );
}
