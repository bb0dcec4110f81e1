using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class StreamDirectiveOnListFieldTests() : RuleTests(StreamDirectiveOnListFieldRule.Definition)
{
    [Fact]
    public void Lists_are_streamed_nothing_else() =>
        ExpectErrors(
            """
            { mammals @stream { mother @stream { __typename } } human { pets @stream { name @stream } } }
            """,
            "Directive \"@stream\" cannot be used on non-list field \"Mammal.mother\". (1:28)",
            "Directive \"@stream\" cannot be used on non-list field \"Pet.name\". (1:81)"
        );

    [Fact]
    public void Unknown_fields_are_another_rules_matter() =>
        ExpectErrors(
            """
            { unknown @stream dog @stream @defer { name } }
            """,
            "Directive \"@stream\" cannot be used on non-list field \"QueryRoot.dog\". (1:23)"
        );
}
