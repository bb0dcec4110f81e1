using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class ExecutableDefinitionsTests() : RuleTests(ExecutableDefinitionsRule.Definition)
{
    [Fact]
    public void Operations_and_fragments_are_executable() =>
        ExpectValid(
            """
            query Foo { dog { name ...F } } fragment F on Dog { name }
            """
        );

    [Fact]
    public void Types_and_directives_are_not() =>
        ExpectErrors(
            """
            { dog { name } }
            type Cow { name: String }
            extend type Dog { color: String }
            schema { query: Cow }
            directive @a on FIELD
            """,
            "The \"Cow\" definition is not executable. (2:1)",
            "The \"Dog\" definition is not executable. (3:1)",
            "The schema definition is not executable. (4:1)",
            "The \"a\" definition is not executable. (5:1)"
        );

    [Fact]
    public void Nor_are_extensions_of_directives_and_schemas() =>
        ExpectErrors(
            """
            { dog { name } }
            extend directive @a @b
            extend schema @a
            """,
            "The \"a\" definition is not executable. (2:1)",
            "The schema definition is not executable. (3:1)"
        );
}
