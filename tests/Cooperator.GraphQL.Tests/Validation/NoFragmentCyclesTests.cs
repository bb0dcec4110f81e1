using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class NoFragmentCyclesTests() : RuleTests(NoFragmentCyclesRule.Definition)
{
    [Fact]
    public void A_fragment_may_be_spread_twice() =>
        ExpectValid(
            """
            fragment A on Dog { ...B, ...C } fragment B on Dog { ...C } fragment C on Dog { name }
            """
        );

    [Fact]
    public void But_not_within_itself() =>
        ExpectErrors(
            """
            fragment A on Dog { ...A }
            fragment B on Human { relatives { ...C } }
            fragment C on Human { ...D }
            fragment D on Human { ...B ...C }
            """,
            "Cannot spread fragment \"A\" within itself. (1:21)",
            "Cannot spread fragment \"B\" within itself via \"C\", \"D\". (2:35, 3:23, 4:23)",
            "Cannot spread fragment \"C\" within itself via \"D\". (3:23, 4:28)"
        );

    [Fact]
    public void Cycles_are_found_below_fields_and_reported_once() =>
        ExpectErrors(
            """
            fragment A on Dog { ...Nothing ... { mother { ...A } } }
            fragment B on Dog { ...C }
            fragment C on Dog { ...B ...A }
            """,
            "Cannot spread fragment \"A\" within itself. (1:47)",
            "Cannot spread fragment \"B\" within itself via \"C\". (2:21, 3:21)"
        );
}
