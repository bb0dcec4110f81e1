using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class UniqueOperationNamesTests() : RuleTests(UniqueOperationNamesRule.Definition)
{
    [Fact]
    public void One_of_each_name_is_fine() =>
        ExpectValid(
            """
            query A { dog { name } } mutation B { adoptDog(name: "x") { name } } fragment A on Dog { name }
            """
        );

    [Fact]
    public void Two_of_one_name_are_not_even_of_different_kinds() =>
        ExpectErrors(
            """
            query A { dog { name } }
            mutation A { adoptDog(name: "x") { name } }
            """,
            "There can be only one operation named \"A\". (1:7, 2:10)"
        );
}
