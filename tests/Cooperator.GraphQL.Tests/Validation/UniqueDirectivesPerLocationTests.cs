using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueDirectivesPerLocationTests() : RuleTests(UniqueDirectivesPerLocationRule.Definition)
{
    [Fact]
    public void Once_and_repeatable_ones_are_fine() =>
        ExpectValid(
            """
            query @tag(name: "a") @tag(name: "b") { dog @onField { name @onField } }
            """
        );

    [Fact]
    public void Twice_is_not() =>
        ExpectErrors(
            """
            { dog @onField @onField @onField { ...F @weighted(weight: 1) @weighted(weight: 2) } }
            """,
            "The directive \"@onField\" can only be used once at this location. (1:7, 1:16)",
            "The directive \"@onField\" can only be used once at this location. (1:7, 1:25)",
            "The directive \"@weighted\" can only be used once at this location. (1:41, 1:62)"
        );

    [Fact]
    public void Directives_of_the_document_go_before_those_of_the_schema() =>
        ExpectErrors(
            """
            { dog @mine @mine { name @onField @onField } }
            directive @mine on FIELD
            directive @onField repeatable on FIELD
            """,
            "The directive \"@mine\" can only be used once at this location. (1:7, 1:13)"
        );

    [Fact]
    public void A_definition_and_its_extensions_are_one_place() =>
        ExpectErrors(
            """
            type A @onField { f(a: Int @onField @onField): Int @onField @onField }
            extend type A @onField
            type B @onField
            directive @A @onField on FIELD
            extend directive @A @onField
            schema @onField { query: A }
            extend schema @onField
            enum E { V @onField @onField }
            scalar S @onField
            extend scalar S @onField
            """,
            "The directive \"@onField\" can only be used once at this location. (1:52, 1:61)",
            "The directive \"@onField\" can only be used once at this location. (1:28, 1:37)",
            "The directive \"@onField\" can only be used once at this location. (1:8, 2:15)",
            "The directive \"@onField\" can only be used once at this location. (4:14, 5:21)",
            "The directive \"@onField\" can only be used once at this location. (6:8, 7:15)",
            "The directive \"@onField\" can only be used once at this location. (8:12, 8:21)",
            "The directive \"@onField\" can only be used once at this location. (9:10, 10:17)"
        );

    [Fact]
    public void Each_part_of_an_operation_is_a_place() =>
        ExpectErrors(
            """
            query Q($a: Int @onField @onField) @onField @onField { ... @onField @onField { dog { name } } }
            fragment F on Dog @onField @onField { name }
            { dog @unknown @unknown { name } }
            """,
            "The directive \"@onField\" can only be used once at this location. (1:36, 1:45)",
            "The directive \"@onField\" can only be used once at this location. (1:17, 1:26)",
            "The directive \"@onField\" can only be used once at this location. (1:60, 1:69)",
            "The directive \"@onField\" can only be used once at this location. (2:19, 2:28)"
        );
}
