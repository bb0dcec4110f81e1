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
    public void An_argument_given_twice_does_not_stand_for_one_that_is_missing() =>
        ExpectErrors(
            """
            { dog { isAtLocation(x: 1, y: 1) isAtLocation(x: 1, x: 1) } }
            """,
            "Fields \"isAtLocation\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:34)"
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

    [Fact]
    public void Arguments_are_compared_with_all_that_is_in_them() =>
        ExpectErrors(
            """"
            query ($a: Int, $b: Int) { complicatedArgs {
             a: anythingArgField(anythingArg: 1.5) a: anythingArgField(anythingArg: 1.50)
             b: anythingArgField(anythingArg: $a) b: anythingArgField(anythingArg: $b)
             c: anythingArgField(anythingArg: "x") c: anythingArgField(anythingArg: """x""")
             d: anythingArgField(anythingArg: [1]) d: anythingArgField(anythingArg: [1, 2])
             e: anythingArgField(anythingArg: [1, 2]) e: anythingArgField(anythingArg: [2, 1])
             f: anythingArgField(anythingArg: { a: 1 }) f: anythingArgField(anythingArg: { b: 1 })
             g: anythingArgField(anythingArg: { a: 1 }) g: anythingArgField(anythingArg: { a: 1, b: 1 })
             h: anythingArgField(anythingArg: null) h: anythingArgField(anythingArg: A)
             i: anythingArgField(anythingArg: A) i: anythingArgField(anythingArg: B)
             j: anythingArgField(anythingArg: "x") j: anythingArgField(anythingArg: "y")
             k: anythingArgField(anythingArg: { a: 1 }) k: anythingArgField(anythingArg: { a: 2 })
             l: multipleOpts(opt1: 1) l: multipleOpts(opt2: 1)
            } }
            """",
            "Fields \"a\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (2:2, 2:40)",
            "Fields \"b\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (3:2, 3:39)",
            "Fields \"c\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (4:2, 4:40)",
            "Fields \"d\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (5:2, 5:40)",
            "Fields \"e\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (6:2, 6:43)",
            "Fields \"f\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (7:2, 7:45)",
            "Fields \"g\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (8:2, 8:45)",
            "Fields \"h\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (9:2, 9:41)",
            "Fields \"i\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (10:2, 10:38)",
            "Fields \"j\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (11:2, 11:40)",
            "Fields \"k\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (12:2, 12:45)",
            "Fields \"l\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (13:2, 13:27)"
        );

    [Fact]
    public void Equal_arguments_of_any_kind_merge() =>
        ExpectValid(
            """"
            query ($a: Int) { complicatedArgs {
             a: anythingArgField(anythingArg: 1.5) a: anythingArgField(anythingArg: 1.5)
             b: anythingArgField(anythingArg: $a) b: anythingArgField(anythingArg: $a)
             c: anythingArgField(anythingArg: """x""") c: anythingArgField(anythingArg: """x""")
             d: anythingArgField(anythingArg: [1, [A]]) d: anythingArgField(anythingArg: [1, [A]])
             e: anythingArgField(anythingArg: null) e: anythingArgField(anythingArg: null)
             f: anythingArgField(anythingArg: false) f: anythingArgField(anythingArg: false)
            } }
            """"
        );

    [Fact]
    public void Two_streams_do_not() =>
        ExpectErrors(
            """
            { mammals @stream { __typename } mammals @stream { __typename } human { pets @stream(initialCount: 1) { name } pets @stream(initialCount: 2) { name } } alien { name } }
            """,
            "Fields \"mammals\" conflict because they have overlapping stream directives. See https://github.com/graphql/defer-stream-wg/discussions/100. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:34)",
            "Fields \"pets\" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional. (1:73, 1:112)"
        );

    [Fact]
    public void Nor_does_one_with_a_list() =>
        ExpectErrors(
            """
            { human { pets { name } pets @stream { name } } }
            """,
            "Fields \"pets\" conflict because they have overlapping stream directives. Use different aliases on the fields to fetch both if this was intentional. (1:11, 1:25)"
        );

    [Fact]
    public void Below_types_that_never_meet_different_fields_merge() =>
        ExpectValid(
            """
            { someBox { ... on IntBox { deepBox { unrelatedField } } ... on StringBox { deepBox { unrelatedField: scalar } } } }
            """
        );

    [Fact]
    public void Null_is_part_of_the_shape() =>
        ExpectErrors(
            """
            { someBox { ... on NonNullStringBox1 { scalar } ... on StringBox { scalar } } }
            """,
            "Fields \"scalar\" conflict because they return conflicting types \"String!\" and \"String\". Use different aliases on the fields to fetch both if this was intentional. (1:40, 1:68)"
        );

    [Fact]
    public void So_is_a_list() =>
        ExpectErrors(
            """
            { someBox { ... on IntBox { box: listStringBox { scalar } } ... on StringBox { box: stringBox { scalar } } } }
            """,
            "Fields \"box\" conflict because they return conflicting types \"[StringBox]\" and \"StringBox\". Use different aliases on the fields to fetch both if this was intentional. (1:29, 1:80)"
        );

    [Fact]
    public void A_conflict_is_reported_where_it_is() =>
        ExpectErrors(
            """
            { someBox { ... on IntBox { box: stringBox { x: scalar x: unrelatedField } } ... on StringBox { box: stringBox { x: scalar } } } }
            """,
            "Fields \"x\" conflict because \"scalar\" and \"unrelatedField\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:46, 1:56)"
        );

    [Fact]
    public void Conflicts_are_found_in_fragments_of_fragments() =>
        ExpectErrors(
            """
            { dog { ...A name: barks ...Nothing } }
            fragment A on Dog { ...B }
            fragment B on Dog { name }
            """,
            "Fields \"name\" conflict because \"barks\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:14, 3:21)"
        );

    [Fact]
    public void Conflicts_of_two_fragments_are_found_in_their_fragments() =>
        ExpectErrors(
            """
            { dog { ...A ...C } }
            fragment A on Dog { ...B }
            fragment B on Dog { x: name }
            fragment C on Dog { ...D }
            fragment D on Dog { x: nickname }
            """,
            "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (3:21, 5:21)"
        );

    [Fact]
    public void All_conflicts_below_are_told_together() =>
        ExpectErrors(
            """
            { dog { mother { ...A } mother { x: nickname ...C } } }
            fragment A on Dog { x: name }
            fragment C on Dog { x: barks }
            """,
            "Fields \"mother\" conflict because subfields \"x\" conflict because \"nickname\" and \"name\" are different fields and subfields \"x\" conflict because \"name\" and \"barks\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:34, 2:21, 1:25, 2:21, 3:21)",
            "Fields \"x\" conflict because \"nickname\" and \"barks\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:34, 3:21)"
        );

    [Fact]
    public void Fields_that_are_unknown_are_compared_by_name() =>
        ExpectErrors(
            """
            { a { unknown: x } a { unknown: y } }
            """,
            "Fields \"a\" conflict because subfields \"unknown\" conflict because \"x\" and \"y\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:7, 1:20, 1:24)"
        );

    [Fact]
    public void A_conflict_in_an_inline_fragment_is_told_once() =>
        ExpectErrors(
            """
            { dog { ... { x: name x: nickname } } }
            """,
            "Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:15, 1:23)"
        );

    [Fact]
    public void Fields_meet_those_of_a_fragment_below() =>
        ExpectErrors(
            """
            { dog { mother { x: name } mother { ...A } } }
            fragment A on Dog { x: barks }
            """,
            "Fields \"mother\" conflict because subfields \"x\" conflict because \"name\" and \"barks\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:9, 1:18, 1:28, 2:21)"
        );

    [Fact]
    public void Selecting_nothing_below_is_another_rules_matter() =>
        ExpectValid(
            """
            { dog { mother mother { name } mother } }
            """
        );

    [Fact]
    public void An_object_and_a_leaf_have_no_common_shape() =>
        ExpectErrors(
            """
            { someBox { ... on IntBox { x: scalar } ... on StringBox { x: stringBox { scalar } } } }
            """,
            "Fields \"x\" conflict because they return conflicting types \"Int\" and \"StringBox\". Use different aliases on the fields to fetch both if this was intentional. (1:29, 1:60)"
        );

    [Theory]
    [InlineData(577, false)]
    [InlineData(578, true)]
    public void Too_many_comparisons_are_given_up(int fields, bool isAborted) =>
        ExpectErrors(
            $"{{ dog {{ {string.Concat(Enumerable.Repeat("name(surname: true) ", fields))}}} }}",
            isAborted ? ["Validation aborted. ()"] : []
        );
}
