using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class FieldsOnCorrectTypeTests() : RuleTests(FieldsOnCorrectTypeRule.Definition)
{
    [Fact]
    public void Fields_of_the_type_and_typename_are_fine() =>
        ExpectValid(
            """
            { dog { x: name ... on Pet { name __typename } } catOrDog { __typename } __schema { types { name } } }
            """
        );

    [Fact]
    public void Others_are_not_and_near_ones_are_suggested() =>
        ExpectErrors(
            """
            { dog { nam meowVolume x: barkVolum } }
            """,
            "Cannot query field \"nam\" on type \"Dog\". Did you mean \"name\"? (1:9)",
            "Cannot query field \"meowVolume\" on type \"Dog\". Did you mean \"barkVolume\"? (1:13)",
            "Cannot query field \"barkVolum\" on type \"Dog\". Did you mean \"barkVolume\"? (1:24)"
        );

    [Fact]
    public void A_fragment_on_a_possible_type_is_suggested() =>
        ExpectErrors(
            """
            { pet { nickname } catOrDog { name } }
            """,
            "Cannot query field \"nickname\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or \"Dog\"? (1:9)",
            "Cannot query field \"name\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Pet\", \"Canine\", \"Cat\", or \"Dog\"? (1:31)"
        );

    [Fact]
    public void Unknown_types_are_another_rules_matter() =>
        ExpectValid(
            """
            { dog { ... on Nothing { anything } } } fragment F on Nothing { anything }
            """
        );

    [Fact]
    public void What_most_possible_types_share_is_suggested_first() =>
        ExpectErrors(
            """
            { dogOrHuman { name } someBox { scalar } catOrDog { nothing } human { name { x } } }
            """,
            "Cannot query field \"name\" on type \"DogOrHuman\". Did you mean to use an inline fragment on \"Canine\", \"Human\", \"Pet\", or \"Dog\"? (1:16)",
            "Cannot query field \"scalar\" on type \"SomeBox\". Did you mean to use an inline fragment on \"IntBox\", \"NonNullStringBox1\", \"NonNullStringBox1Impl\", or \"StringBox\"? (1:33)",
            "Cannot query field \"nothing\" on type \"CatOrDog\". (1:53)"
        );
}
