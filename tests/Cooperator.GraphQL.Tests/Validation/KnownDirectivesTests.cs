using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class KnownDirectivesTests() : RuleTests(KnownDirectivesRule.Definition)
{
    [Fact]
    public void Each_at_its_place_is_fine() =>
        ExpectValid(
            """
            query ($a: Int @onVariableDefinition) @onQuery { dog @onField { ... @onInlineFragment { name @skip(if: true) } ...F @onFragmentSpread } } fragment F on Dog @onFragmentDefinition { name } subscription @onSubscription { dogBarked { name } }
            """
        );

    [Fact]
    public void Unknown_ones_and_wrong_places_are_not() =>
        ExpectErrors(
            """
            query Q($a: Int @onField) @onField { dog @onQuery { name @unknown ... @onQuery { name } ...F @onQuery } }
            fragment F on Dog @onQuery { name }
            """,
            "Directive \"@onField\" may not be used on VARIABLE_DEFINITION. (1:17)",
            "Directive \"@onField\" may not be used on QUERY. (1:27)",
            "Directive \"@onQuery\" may not be used on FIELD. (1:42)",
            "Unknown directive \"@unknown\". (1:58)",
            "Directive \"@onQuery\" may not be used on INLINE_FRAGMENT. (1:71)",
            "Directive \"@onQuery\" may not be used on FRAGMENT_SPREAD. (1:94)",
            "Directive \"@onQuery\" may not be used on FRAGMENT_DEFINITION. (2:19)"
        );

    [Fact]
    public void Directives_of_the_document_go_before_those_of_the_schema() =>
        ExpectErrors(
            """
            { dog @mine { name @onField } }
            directive @mine on QUERY
            directive @onField on QUERY
            """,
            "Directive \"@mine\" may not be used on FIELD. (1:7)",
            "Directive \"@onField\" may not be used on FIELD. (1:20)"
        );

    [Fact]
    public void Each_kind_of_operation_is_a_place_of_its_own() =>
        ExpectErrors(
            """
            mutation @onQuery { adoptDog(name: "x") { name } }
            subscription @onMutation { catsMet { name } }
            """,
            "Directive \"@onQuery\" may not be used on MUTATION. (1:10)",
            "Directive \"@onMutation\" may not be used on SUBSCRIPTION. (2:14)"
        );

    [Fact]
    public void Each_part_of_a_type_system_is_a_place_of_its_own() =>
        ExpectErrors(
            """
            schema @onField { query: A }
            extend schema @onField
            scalar S @onField
            extend scalar S @onField
            type A @onField { f(a: Int @onField): Int @onField }
            extend type A @onField
            interface I @onField { f(a: Int @onField): Int @onField }
            extend interface I @onField
            union U @onField = A
            extend union U @onField
            enum E @onField { V @onField }
            extend enum E @onField
            input N @onField { i: Int @onField }
            extend input N @onField { j: Int @onField }
            directive @d(a: Int @onField) @onField on FIELD
            extend directive @d @onField
            """,
            "Directive \"@onField\" may not be used on SCHEMA. (1:8)",
            "Directive \"@onField\" may not be used on SCHEMA. (2:15)",
            "Directive \"@onField\" may not be used on SCALAR. (3:10)",
            "Directive \"@onField\" may not be used on SCALAR. (4:17)",
            "Directive \"@onField\" may not be used on OBJECT. (5:8)",
            "Directive \"@onField\" may not be used on ARGUMENT_DEFINITION. (5:28)",
            "Directive \"@onField\" may not be used on FIELD_DEFINITION. (5:43)",
            "Directive \"@onField\" may not be used on OBJECT. (6:15)",
            "Directive \"@onField\" may not be used on INTERFACE. (7:13)",
            "Directive \"@onField\" may not be used on ARGUMENT_DEFINITION. (7:33)",
            "Directive \"@onField\" may not be used on FIELD_DEFINITION. (7:48)",
            "Directive \"@onField\" may not be used on INTERFACE. (8:20)",
            "Directive \"@onField\" may not be used on UNION. (9:9)",
            "Directive \"@onField\" may not be used on UNION. (10:16)",
            "Directive \"@onField\" may not be used on ENUM. (11:8)",
            "Directive \"@onField\" may not be used on ENUM_VALUE. (11:21)",
            "Directive \"@onField\" may not be used on ENUM. (12:15)",
            "Directive \"@onField\" may not be used on INPUT_OBJECT. (13:9)",
            "Directive \"@onField\" may not be used on INPUT_FIELD_DEFINITION. (13:27)",
            "Directive \"@onField\" may not be used on INPUT_OBJECT. (14:16)",
            "Directive \"@onField\" may not be used on INPUT_FIELD_DEFINITION. (14:34)",
            "Directive \"@onField\" may not be used on ARGUMENT_DEFINITION. (15:21)",
            "Directive \"@onField\" may not be used on DIRECTIVE_DEFINITION. (15:31)",
            "Directive \"@onField\" may not be used on DIRECTIVE_DEFINITION. (16:21)"
        );
}
