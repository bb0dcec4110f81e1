using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class KnownOperationTypesTests() : RuleTests(KnownOperationTypesRule.Definition)
{
    [Fact]
    public void The_kinds_with_a_root_type_are_known() =>
        ExpectValid(
            """
            { dog { name } } mutation { adoptDog(name: "x") { name } } subscription { catsMet { name } }
            """
        );
}
