using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class ProvidedRequiredArgumentsTests() : RuleTests(ProvidedRequiredArgumentsRule.Definition)
{
    [Fact]
    public void Given_or_defaulted_is_fine() =>
        ExpectValid(
            """
            { complicatedArgs { multipleReqs(req2: 1, req1: 2) nonNullFieldWithDefault multipleOpts } }
            """
        );

    [Fact]
    public void Left_out_is_not() =>
        ExpectErrors(
            """
            { complicatedArgs { multipleReqs(req1: 1) @include a: multipleReqs } }
            """,
            "Argument \"@include(if:)\" of type \"Boolean!\" is required, but it was not provided. (1:43)",
            "Argument \"ComplicatedArgs.multipleReqs(req2:)\" of type \"Int!\" is required, but it was not provided. (1:21)",
            "Argument \"ComplicatedArgs.multipleReqs(req1:)\" of type \"Int!\" is required, but it was not provided. (1:52)",
            "Argument \"ComplicatedArgs.multipleReqs(req2:)\" of type \"Int!\" is required, but it was not provided. (1:52)"
        );

    [Fact]
    public void Directives_of_the_document_go_before_those_of_the_schema() =>
        ExpectErrors(
            """
            { dog { name @mine(a: 1) nickname @weighted } }
            directive @mine(a: Int!, b: Int!, c: Int! = 1, d: Int) on FIELD
            directive @weighted(weight: Int) on FIELD
            """,
            "Argument \"@mine(b:)\" of type \"Int!\" is required, but it was not provided. (1:14)"
        );

    [Fact]
    public void Nothing_is_required_of_what_is_unknown() =>
        ExpectValid(
            """
            { dog { unknown @unknown } multipleReqs }
            """
        );
}
