using Cooperator.GraphQL.Validation.Rules.TypeSystem;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueFieldDefinitionNamesTests() : RuleTests(UniqueFieldDefinitionNamesRule.Definition)
{
    [Fact]
    public void A_field_is_defined_once_by_a_type_and_its_extensions() =>
        ExpectErrors(
            """
            type A { a: Int a: Int }
            extend type A { a: Int b: Int }
            input I { a: Int a: Int }
            """,
            "Field \"A.a\" can only be defined once. (1:10, 1:17)",
            "Field \"A.a\" can only be defined once. (1:10, 2:17)",
            "Field \"I.a\" can only be defined once. (3:11, 3:18)"
        );
}
