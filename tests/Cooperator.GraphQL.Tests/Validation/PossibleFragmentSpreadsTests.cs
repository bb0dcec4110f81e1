using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class PossibleFragmentSpreadsTests() : RuleTests(PossibleFragmentSpreadsRule.Definition)
{
    [Fact]
    public void Types_that_meet_are_fine() =>
        ExpectValid(
            """
            { dog { ...A ... on Pet { ... on Canine { name } } } catOrDog { ... on DogOrHuman { __typename } } } fragment A on Mammal { mother { __typename } }
            """
        );

    [Fact]
    public void Types_that_never_meet_are_not() =>
        ExpectErrors(
            """
            { dog { ...A ... on Cat { name } } }
            fragment A on HumanOrAlien { ... on Pet { name } }
            """,
            "Fragment \"A\" cannot be spread here as objects of type \"Dog\" can never be of type \"HumanOrAlien\". (1:9)",
            "Fragment cannot be spread here as objects of type \"Dog\" can never be of type \"Cat\". (1:14)",
            "Fragment cannot be spread here as objects of type \"HumanOrAlien\" can never be of type \"Pet\". (2:30)"
        );

    [Fact]
    public void Unknown_and_leaf_types_are_another_rules_matter() =>
        ExpectErrors(
            """
            { dog { ...Nothing ...S ... on FurColor { a } ... on Nothing { a } ... on HumanOrAlien { __typename } } human { ... on Pet { name } } pet { ... on Human { name } ... on HumanOrAlien { __typename } } unknown { ... on Cat { name } } }
            fragment S on FurColor { a }
            """,
            "Fragment cannot be spread here as objects of type \"Dog\" can never be of type \"HumanOrAlien\". (1:68)",
            "Fragment cannot be spread here as objects of type \"Human\" can never be of type \"Pet\". (1:113)",
            "Fragment cannot be spread here as objects of type \"Pet\" can never be of type \"Human\". (1:141)",
            "Fragment cannot be spread here as objects of type \"Pet\" can never be of type \"HumanOrAlien\". (1:163)"
        );

    [Fact]
    public void Abstract_types_meet_when_one_object_type_is_of_both() =>
        ExpectErrors(
            """
            { catOrDog { ... on Canine { name } ... on Human { name } ... on Cat { name } } mammals { ... on Pet { name } ... on CatOrDog { __typename } } }
            """,
            "Fragment cannot be spread here as objects of type \"CatOrDog\" can never be of type \"Human\". (1:37)"
        );
}
