using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Validation;
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

    [Fact]
    public void Kinds_without_a_root_type_are_not()
    {
        var schema = SchemaBuilder.FromSdl("type Query { a: Int }");

        var errors = new DocumentValidator(schema).Validate(
            Parser.Parse("{ a } mutation M { b }"),
            new RuleSet([KnownOperationTypesRule.Definition])
        );

        Assert.Equal("The mutation operation is not supported by the schema.", Assert.Single(errors).Message);
    }
}
