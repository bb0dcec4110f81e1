using Cooperator.GraphQL.Validation.Rules.TypeSystem;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueEnumValueNamesTests() : RuleTests(UniqueEnumValueNamesRule.Definition)
{
    [Fact]
    public void A_value_is_defined_once_by_an_enum_and_its_extensions() =>
        ExpectErrors(
            """
            enum E { A A B }
            extend enum E { B C }
            enum F { A }
            """,
            "Enum value \"E.A\" can only be defined once. (1:10, 1:12)",
            "Enum value \"E.B\" can only be defined once. (1:14, 2:17)"
        );
}
