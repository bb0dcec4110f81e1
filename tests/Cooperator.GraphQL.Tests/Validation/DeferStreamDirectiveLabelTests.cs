using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class DeferStreamDirectiveLabelTests() : RuleTests(DeferStreamDirectiveLabelRule.Definition)
{
    [Fact]
    public void Labels_that_differ_are_fine() =>
        ExpectValid(
            """
            { dog { ... @defer(label: "a") { name } ... @defer(label: "b") { name } ... @defer { name } } }
            """
        );

    [Fact]
    public void Equal_labels_and_variables_are_not() =>
        ExpectErrors(
            """
            query ($l: String) { ... @defer(label: "a") { __typename } mammals @stream(label: "a") { __typename } ... @defer(label: $l) { __typename } }
            """,
            "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages. (1:26, 1:68)",
            "Argument \"@defer(label:)\" must be a static string. (1:107)"
        );

    [Fact]
    public void Only_labels_of_these_directives_count() =>
        ExpectErrors(
            """
            { dog { ... @defer(label: null) { name } ... @defer(label: null) { name } ... @onField(label: "a") { name } ... @skip(label: "a") { name } ... @defer(label: "a") { name } ... @defer(if: true, label: "b") { name } ... @defer(label: "b", if: true) { name } ... @defer(label: 1) { name } } }
            """,
            "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages. (1:176, 1:218)",
            "Argument \"@defer(label:)\" must be a static string. (1:260)"
        );
}
