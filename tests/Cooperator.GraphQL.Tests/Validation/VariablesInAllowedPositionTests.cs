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

    [Fact]
    public void A_default_does_not_change_the_type() =>
        ExpectErrors(
            """
            query ($a: String = "x", $b: Int = 1) { complicatedArgs { nonNullIntArgField(nonNullIntArg: $a) x: nonNullIntArgField(nonNullIntArg: $b) } }
            """,
            "Variable \"$a\" of type \"String\" used in position expecting type \"Int!\". (1:8, 1:93)"
        );

    [Fact]
    public void Nor_does_a_default_of_the_place() =>
        ExpectErrors(
            """
            query ($a: String) { complicatedArgs { nonNullFieldWithDefault(arg: $a) complexArgField(complexArg: { requiredField: true, nonNullField: $a }) } }
            """,
            "Variable \"$a\" of type \"String\" used in position expecting type \"Int!\". (1:8, 1:69)",
            "Variable \"$a\" of type \"String\" used in position expecting type \"Boolean!\". (1:8, 1:138)"
        );

    [Fact]
    public void Each_operation_is_checked_with_its_own_variables() =>
        ExpectErrors(
            """
            query A($a: Int!) { ...F }
            query B($b: String) { ...F }
            query C($a: String) { ...F }
            fragment F on QueryRoot { complicatedArgs { intArgField(intArg: $a) } }
            """,
            "Variable \"$a\" of type \"String\" used in position expecting type \"Int\". (3:9, 4:65)"
        );

    [Fact]
    public void Unknown_types_and_places_are_another_rules_matter_but_items_of_lists_are_not() =>
        ExpectErrors(
            """
            query ($a: Nothing, $b: Int!, $c: Int) { complicatedArgs { intArgField(intArg: $a) oneOfArgField(oneOfArg: { intField: $a }) x: oneOfArgField(oneOfArg: { intField: $b }) unknown(a: $b) stringListArgField(stringListArg: [$c]) matrixArgField(matrixArg: [[$c]]) } }
            """,
            "Variable \"$c\" of type \"Int\" used in position expecting type \"String\". (1:31, 1:221)",
            "Variable \"$c\" of type \"Int\" used in position expecting type \"Int!\". (1:31, 1:254)"
        );

    [Fact]
    public void A_list_is_no_item() =>
        ExpectErrors(
            """
            query ($a: Dog, $b: [Int!]!) { complicatedArgs { intArgField(intArg: $a) x: intArgField(intArg: $b) matrixArgField(matrixArg: [$b]) y: matrixArgField(matrixArg: $b) } dog @skip(if: $b) { name } }
            """,
            "Variable \"$a\" of type \"Dog\" used in position expecting type \"Int\". (1:8, 1:70)",
            "Variable \"$b\" of type \"[Int!]!\" used in position expecting type \"Int\". (1:17, 1:97)",
            "Variable \"$b\" of type \"[Int!]!\" used in position expecting type \"[[Int!]!]!\". (1:17, 1:162)",
            "Variable \"$b\" of type \"[Int!]!\" used in position expecting type \"Boolean!\". (1:17, 1:182)"
        );

    [Fact]
    public void Variables_of_another_operation_do_not_count() =>
        ExpectValid(
            """
            query A($a: String) { dog { name } }
            query B($b: Int) { complicatedArgs { intArgField(intArg: $a) } }
            """
        );
}
