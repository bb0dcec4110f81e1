using Cooperator.GraphQL.Validation.Rules.TypeSystem;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueArgumentDefinitionNamesTests() : RuleTests(UniqueArgumentDefinitionNamesRule.Definition)
{
    [Fact]
    public void An_argument_is_defined_once_by_a_field_or_directive() =>
        ExpectErrors(
            """
            type A { a(b: Int, b: Int): Int }
            extend type A { c(b: Int, b: Int): Int }
            interface I { a(b: Int, b: Int): Int }
            extend interface I { c(b: Int, b: Int): Int }
            directive @a(b: Int, c: Int, b: Int) on FIELD
            """,
            "Argument \"A.a(b:)\" can only be defined once. (1:12, 1:20)",
            "Argument \"A.c(b:)\" can only be defined once. (2:19, 2:27)",
            "Argument \"I.a(b:)\" can only be defined once. (3:17, 3:25)",
            "Argument \"I.c(b:)\" can only be defined once. (4:24, 4:32)",
            "Argument \"@a(b:)\" can only be defined once. (5:14, 5:30)"
        );
}
