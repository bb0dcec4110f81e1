using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class KnownFragmentNamesTests() : RuleTests(KnownFragmentNamesRule.Definition)
{
    [Fact]
    public void Known_ones_are_fine_others_are_not() =>
        ExpectErrors(
            """
            { dog { ...A ... on Dog { ...B } ... { name } } }
            fragment A on Dog { ...C }
            """,
            "Unknown fragment \"B\". (1:30)",
            "Unknown fragment \"C\". (2:24)"
        );
}
