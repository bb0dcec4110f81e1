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
}
