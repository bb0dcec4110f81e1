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
}
