using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Tests.Validation;

public sealed class OverlappingFieldsCanBeMergedTests() : RuleTests(OverlappingFieldsCanBeMergedRule.Definition)
{
    [Fact]
    public void Equal_fields_merge() =>
        ExpectValid(
            """
            { dog { name name ...F } } fragment F on Dog { x: name }
            """
        );

    [Fact]
    public void Different_fields_of_types_that_never_meet_merge() =>
        ExpectValid(
            """
            { pet { ... on Dog { x: barkVolume } ... on Cat { x: meowsVolume } } }
            """
        );

    [Fact]
    public void Different_fields_do_not() =>
        ExpectErrors(
            """
            { dog { fido: name fido: nickname } }
            """,
            "Fields \"fido\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:20)"
        );

    [Fact]
    public void Nor_do_different_arguments() =>
        ExpectErrors(
            """
            { dog { isAtLocation(x: 1) isAtLocation(x: 2) isAtLocation } }
            """,
            "Fields \"isAtLocation\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:28)",
            "Fields \"isAtLocation\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:47)",
            "Fields \"isAtLocation\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:28, 1:47)"
        );

    [Fact]
    public void The_order_of_arguments_and_input_fields_does_not_matter() =>
        ExpectValid(
            """
            { complicatedArgs { multipleReqs(req1: 1, req2: 2) multipleReqs(req2: 2, req1: 1) complexArgField(complexArg: { requiredField: true, intField: 1 }) complexArgField(complexArg: { intField: 1, requiredField: true }) } }
            """
        );

    [Fact]
    public void Conflicts_are_found_through_fragments_and_below() =>
        ExpectErrors(
            """
            { dog { ...A ...B } }
            fragment A on Dog { x: mother { y: name } }
            fragment B on Dog { x: mother { y: nickname } }
            """,
            "Fields \"x\" conflict because subfields \"y\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (2:21, 2:33, 3:21, 3:33)"
        );

    [Fact]
    public void Shapes_must_agree_even_of_types_that_never_meet() =>
        ExpectErrors(
            """
            { someBox { ... on IntBox { x: scalar } ... on StringBox { x: scalar } ... on NonNullStringBox1Impl { y: unrelatedField } ... on IntBox { y: listStringBox { scalar } } } }
            """,
            "Fields \"x\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. (1:29, 1:60)",
            "Fields \"y\" conflict because they return conflicting types \"String\" and \"[StringBox]\". Use different aliases on the fields to fetch both if this was intentional. (1:103, 1:139)"
        );

    [Fact]
    public void Fragments_that_spread_themselves_end() =>
        ExpectErrors(
            """
            { dog { ...A } } fragment A on Dog { name mother { ...A } ...B } fragment B on Dog { ...A name: nickname }
            """,
            "Fields \"name\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:38, 1:91)",
            "Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:91, 1:38)"
        );
}
