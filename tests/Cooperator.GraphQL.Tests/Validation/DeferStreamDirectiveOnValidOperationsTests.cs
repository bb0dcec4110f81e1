using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class DeferStreamDirectiveOnValidOperationsTests()
    : RuleTests(DeferStreamDirectiveOnValidOperationsRule.Definition)
{
    [Fact]
    public void What_can_be_switched_off_is_fine() =>
        ExpectValid(
            """
            subscription ($a: Boolean!) { dogBarked { ... @defer(if: $a) { name } ... @defer(if: false) { name } ... @include(if: $a) { ... @defer { name } } } }
            """
        );

    [Fact]
    public void Anything_else_in_a_subscription_is_not() =>
        ExpectErrors(
            """
            subscription { dogBarked { ...F ... @skip(if: false) @defer { name } } }
            fragment F on Dog { ... @defer(if: true) { mother @stream { name } } }
            """,
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (2:25, 1:28)",
            "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`. (2:51, 1:28)",
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (1:54)"
        );

    [Fact]
    public void A_fragment_is_refused_in_each_subscription_that_spreads_it() =>
        ExpectErrors(
            """
            subscription A { dogBarked { ...F ...G } }
            subscription B { dogBarked { ...F ...G ...Nothing } }
            fragment F on Dog { ... @defer { name } ...F }
            fragment G on Dog { name }
            { dog { ... @defer { name } } }
            """,
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (3:25, 1:30)",
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (3:25, 2:30)"
        );

    [Fact]
    public void Only_what_may_be_left_out_is_passed_over() =>
        ExpectErrors(
            """
            subscription ($a: Boolean!) { dogBarked { ... @include(if: true) { ... @defer { name } } ... @include(if: false) { ... @defer { name } } ... @skip(if: true) @defer { name } ... @skip(if: $a) { ... @defer { name } } ... @include { ... @defer { name } } ... @skip { ... @defer { name } } } }
            """,
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (1:72)",
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (1:235)"
        );

    [Fact]
    public void The_spreads_that_lead_there_are_named() =>
        ExpectErrors(
            """
            subscription { dogBarked { ...F } }
            fragment F on Dog { mother { ...G } ... @defer { name } }
            fragment G on Dog { ... @defer { name } }
            """,
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (3:25, 2:30, 1:28)",
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (2:41, 1:28)"
        );

    [Fact]
    public void What_is_right_in_it_does_not_help_a_fragment() =>
        ExpectErrors(
            """
            subscription A { dogBarked { ...F } }
            subscription B { dogBarked { ...F } }
            fragment F on Dog { ... @defer { name } ...G }
            fragment G on Dog { name }
            """,
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (3:25, 1:30)",
            "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`. (3:25, 2:30)"
        );
}
