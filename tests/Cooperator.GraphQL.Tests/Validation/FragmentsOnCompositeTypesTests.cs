using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class FragmentsOnCompositeTypesTests() : RuleTests(FragmentsOnCompositeTypesRule.Definition)
{
    [Fact]
    public void Objects_interfaces_and_unions_have_fields() =>
        ExpectValid(
            """
            { dog { ...A ... on Pet { name } ... { name } } } fragment A on Dog { name } fragment B on CatOrDog { __typename }
            """
        );

    [Fact]
    public void Scalars_enums_and_inputs_have_not() =>
        ExpectErrors(
            """
            { dog { ... on FurColor { bad } } }
            fragment A on Boolean { bad }
            fragment B on ComplexInput { stringField }
            """,
            "Fragment cannot condition on non composite type \"FurColor\". (1:16)",
            "Fragment \"A\" cannot condition on non composite type \"Boolean\". (2:15)",
            "Fragment \"B\" cannot condition on non composite type \"ComplexInput\". (3:15)"
        );
}
