using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class ValuesOfCorrectTypeTests() : RuleTests(ValuesOfCorrectTypeRule.Definition)
{
    [Fact]
    public void Right_values_are_fine() =>
        ExpectValid(
            """"
            { complicatedArgs {
              intArgField(intArg: -2147483648) nonNullIntArgField(nonNullIntArg: 2) stringArgField(stringArg: """x""") booleanArgField(booleanArg: null)
              enumArgField(enumArg: BROWN) floatArgField(floatArg: 1) idArgField(idArg: 1) stringListArgField(stringListArg: "one")
              matrixArgField(matrixArg: [[1], []]) complexArgField(complexArg: { requiredField: true, nested: { requiredField: false } })
              oneOfArgField(oneOfArg: { intField: 1 }) anythingArgField(anythingArg: { a: [B, 1.5] })
            } }
            """"
        );

    [Fact]
    public void Wrong_ones_say_what_was_expected() =>
        ExpectErrors(
            """
            { complicatedArgs {
              intArgField(intArg: 2147483648)
              a: intArgField(intArg: "1")
              nonNullIntArgField(nonNullIntArg: null)
              stringArgField(stringArg: BAR)
              booleanArgField(booleanArg: 0)
              floatArgField(floatArg: "1.5")
              idArgField(idArg: true)
              stringListNonNullArgField(stringListNonNullArg: ["a", null])
              enumArgField(enumArg: "BLACK")
              b: enumArgField(enumArg: BLAK)
            } }
            """,
            "Int cannot represent non 32-bit signed integer value: 2147483648 (2:23)",
            "Int cannot represent non-integer value: \"1\" (3:26)",
            "Expected value of non-null type \"Int!\" not to be null. (4:37)",
            "String cannot represent a non string value: BAR (5:29)",
            "Boolean cannot represent a non boolean value: 0 (6:31)",
            "Float cannot represent non numeric value: \"1.5\" (7:27)",
            "ID cannot represent a non-string and non-integer value: true (8:21)",
            "Expected value of non-null type \"String!\" not to be null. (9:57)",
            "Enum \"FurColor\" cannot represent non-enum value: \"BLACK\". Did you mean the enum value \"BLACK\"? (10:25)",
            "Value \"BLAK\" does not exist in \"FurColor\" enum. Did you mean the enum value \"BLACK\"? (11:28)"
        );

    [Fact]
    public void Input_objects_are_checked_field_by_field() =>
        ExpectErrors(
            """
            { complicatedArgs {
              complexArgField(complexArg: { intField: "x", intFild: 1 })
              a: complexArgField(complexArg: 1)
              oneOfArgField(oneOfArg: { intField: 1, stringField: "x" })
              b: oneOfArgField(oneOfArg: { intField: null })
            } }
            """,
            "Expected value of type \"ComplexInput\" to include required field \"requiredField\", found: { intField: \"x\", intFild: 1 }. (2:31)",
            "Int cannot represent non-integer value: \"x\" (2:43)",
            "Expected value of type \"ComplexInput\" not to include unknown field \"intFild\". Did you mean \"intField\"? Found: { intField: \"x\", intFild: 1 }. (2:48)",
            "Expected value of type \"ComplexInput\" to be an object, found: 1. (3:34)",
            "Within OneOf Input Object type \"OneOfInput\", exactly one field must be specified, and the value for that field must be non-null. (4:27)",
            "Within OneOf Input Object type \"OneOfInput\", exactly one field must be specified, and the value for that field must be non-null. (5:30)"
        );

    [Fact]
    public void Defaults_and_directives_are_checked_too() =>
        ExpectErrors(
            """
            query ($a: Int = "x", $b: [Int!] = [null]) { dog @skip(if: "x") { name } }
            """,
            "Int cannot represent non-integer value: \"x\" (1:18)",
            "Expected value of non-null type \"Int!\" not to be null. (1:37)",
            "Boolean cannot represent a non boolean value: \"x\" (1:60)"
        );

    [Fact]
    public void Unknown_places_are_another_rules_matter_but_items_of_lists_are_not() =>
        ExpectErrors(
            """
            { dog { unknown(a: "x") name(unknown: 1) @unknown(a: 1) } complicatedArgs { stringListArgField(stringListArg: ["a", 1]) x: stringListArgField(stringListArg: 1) matrixArgField(matrixArg: [[1, "x"], null, 2]) intArgField(intArg: [1]) } }
            """,
            "String cannot represent a non string value: 1 (1:117)",
            "String cannot represent a non string value: 1 (1:158)",
            "Int cannot represent non-integer value: \"x\" (1:192)",
            "Expected value of non-null type \"[Int!]!\" not to be null. (1:198)",
            "Int cannot represent non-integer value: [1] (1:228)"
        );
}
