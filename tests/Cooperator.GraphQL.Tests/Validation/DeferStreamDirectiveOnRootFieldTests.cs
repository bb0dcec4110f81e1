using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class DeferStreamDirectiveOnRootFieldTests() : RuleTests(DeferStreamDirectiveOnRootFieldRule.Definition)
{
    [Fact]
    public void Queries_may_defer_at_the_root() =>
        ExpectValid(
            """
            { ... @defer { dog { name } } mammals @stream { __typename } }
            """
        );

    [Fact]
    public void Mutations_and_subscriptions_may_not() =>
        ExpectErrors(
            """
            mutation { ... @defer { renamePets(input: {}) @stream { name } } ...F }
            subscription { ...G @defer }
            fragment F on MutationRoot { ... @defer { adoptDog(name: "") { ... @defer { name } } } }
            fragment G on SubscriptionRoot { catsMet { name } }
            """,
            "Defer directive cannot be used on root mutation type \"MutationRoot\". (1:16)",
            "Stream directive cannot be used on root mutation type \"MutationRoot\". (1:47)",
            "Defer directive cannot be used on root mutation type \"MutationRoot\". (3:34)",
            "Defer directive cannot be used on root subscription type \"SubscriptionRoot\". (2:21)"
        );

    [Fact]
    public void A_fragment_is_refused_in_each_operation_that_spreads_it() =>
        ExpectErrors(
            """
            mutation A { ...F ...F ...G }
            mutation B { ...F ...G ...Nothing @defer }
            fragment F on MutationRoot { ... @defer { adoptDog(name: "") { name } } }
            fragment G on MutationRoot { adoptDog(name: "") { name } }
            """,
            "Defer directive cannot be used on root mutation type \"MutationRoot\". (3:34)",
            "Defer directive cannot be used on root mutation type \"MutationRoot\". (3:34)"
        );

    [Fact]
    public void Only_the_root_counts() =>
        ExpectErrors(
            """
            subscription { catsMet @stream { name } dogBarked @onField { name } }
            mutation { adoptDog(name: "") { ... @defer { name } } }
            """,
            "Stream directive cannot be used on root subscription type \"SubscriptionRoot\". (1:24)"
        );

    [Fact]
    public void What_is_right_in_it_does_not_help_a_fragment() =>
        ExpectErrors(
            """
            mutation A { ...F }
            mutation B { ...F }
            fragment F on MutationRoot { renamePets(input: {}) @stream { name } adoptDog(name: "") { name } ...G }
            fragment G on MutationRoot { adoptDog(name: "") { name } }
            """,
            "Stream directive cannot be used on root mutation type \"MutationRoot\". (3:52)",
            "Stream directive cannot be used on root mutation type \"MutationRoot\". (3:52)"
        );
}
