using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class VariablesInAllowedPositionTests() : RuleTests(VariablesInAllowedPositionRule.Definition)
{
    [Fact]
    public void Narrower_types_and_defaults_are_fine() =>
        ExpectValid(
            """
            query ($a: Int!, $b: [String!]!, $c: Int = 1, $d: Boolean) { complicatedArgs { intArgField(intArg: $a) stringListArgField(stringListArg: $b) nonNullIntArgField(nonNullIntArg: $c) complexArgField(complexArg: { requiredField: true, nonNullField: $d }) } }
            """
        );

    [Fact]
    public void Wider_or_other_types_are_not() =>
        ExpectErrors(
            """
            query ($a: Int, $b: String, $c: [String], $d: Int = null) { complicatedArgs {
              nonNullIntArgField(nonNullIntArg: $a)
              booleanArgField(booleanArg: $b)
              stringListNonNullArgField(stringListNonNullArg: $c)
              ...F
            } }
            fragment F on ComplicatedArgs { stringListArgField(stringListArg: $b) a: nonNullIntArgField(nonNullIntArg: $d) }
            """,
            "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". (1:8, 2:37)",
            "Variable \"$b\" of type \"String\" used in position expecting type \"Boolean\". (1:17, 3:31)",
            "Variable \"$c\" of type \"[String]\" used in position expecting type \"[String!]\". (1:29, 4:51)",
            "Variable \"$b\" of type \"String\" used in position expecting type \"[String]\". (1:17, 7:67)",
            "Variable \"$d\" of type \"Int\" used in position expecting type \"Int!\". (1:43, 7:108)"
        );

    [Fact]
    public void The_field_of_a_oneOf_must_not_be_null() =>
        ExpectErrors(
            """
            query ($a: Int) { complicatedArgs { oneOfArgField(oneOfArg: { intField: $a }) } }
            """,
            "Variable \"$a\" is of type \"Int\" but must be non-nullable to be used for OneOf Input Object \"OneOfInput\". (1:8, 1:73)"
        );
}
