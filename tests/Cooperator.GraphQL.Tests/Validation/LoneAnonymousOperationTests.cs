using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class LoneAnonymousOperationTests() : RuleTests(LoneAnonymousOperationRule.Definition)
{
    [Fact]
    public void One_alone_is_fine() =>
        ExpectValid(
            """
            { dog { ...F } } fragment F on Dog { name }
            """
        );

    [Fact]
    public void Beside_others_it_is_not() =>
        ExpectErrors(
            """
            { dog { name } }
            query B { dog { name } }
            { cat { name } }
            """,
            "This anonymous operation must be the only defined operation. (1:1)",
            "This anonymous operation must be the only defined operation. (3:1)"
        );

    [Fact]
    public void Named_operations_are_not_anonymous() =>
        ExpectValid(
            """
            query A { dog { name } } query B { dog { name } }
            """
        );
}
