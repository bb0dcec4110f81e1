using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueInputFieldNamesTests() : RuleTests(UniqueInputFieldNamesRule.Definition)
{
    [Fact]
    public void Two_of_one_name_are_refused_at_each_level() =>
        ExpectErrors(
            """
            { complicatedArgs { complexArgField(complexArg: { a: 1, b: { a: 1, a: 2 }, a: 3, a: 4 }) } }
            """,
            "There can be only one input field named \"a\". (1:62, 1:68)",
            "There can be only one input field named \"a\". (1:51, 1:76)",
            "There can be only one input field named \"a\". (1:51, 1:82)"
        );
}
