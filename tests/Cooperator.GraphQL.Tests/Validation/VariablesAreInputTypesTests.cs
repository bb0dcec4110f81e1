using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class VariablesAreInputTypesTests() : RuleTests(VariablesAreInputTypesRule.Definition)
{
    [Fact]
    public void Input_types_are_fine_and_unknown_ones_another_rules_matter() =>
        ExpectValid(
            """
            query ($a: String, $b: [ComplexInput!]!, $c: Nothing) { dog { name } }
            """
        );

    [Fact]
    public void Output_types_are_not() =>
        ExpectErrors(
            """
            query ($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { dog { name } }
            """,
            "Variable \"$a\" cannot be non-input type \"Dog\". (1:12)",
            "Variable \"$b\" cannot be non-input type \"[[CatOrDog!]]!\". (1:21)",
            "Variable \"$c\" cannot be non-input type \"Pet\". (1:41)"
        );
}
