using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueFragmentNamesTests() : RuleTests(UniqueFragmentNamesRule.Definition)
{
    [Fact]
    public void Two_of_one_name_are_refused() =>
        ExpectErrors(
            """
            { dog { ...A } }
            fragment A on Dog { name }
            fragment A on Dog { barks }
            fragment B on Dog { barks }
            """,
            "There can be only one fragment named \"A\". (2:10, 3:10)"
        );
}
