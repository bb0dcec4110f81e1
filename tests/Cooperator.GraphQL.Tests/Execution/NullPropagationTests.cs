using static Cooperator.GraphQL.Tests.Execution.ExecutionCase;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Section 6.4.4 of the specification: handling execution errors.</summary>
public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query { text: String textNonNull: String! nest: Nest nestNonNull: Nest! list: [Nest] listOfNonNull: [Nest!] nonNullList: [Nest!]! }
        type Nest { text: String textNonNull: String! nest: Nest nestNonNull: Nest! }
        """;

    private static readonly Exception Failure = new GraphQLException("failed");

    [Fact]
    public Task A_nullable_field_that_is_null_is_null() =>
        ExpectAsync(Sdl, Object(("text", null)), "{ text }", """{"data":{"text":null}}""");

    [Fact]
    public Task A_nullable_field_that_throws_is_null_with_a_located_error() =>
        ExpectAsync(
            Sdl,
            Object(("text", Failure)),
            "{ text }",
            """{"errors":[{"message":"failed","locations":[{"line":1,"column":3}],"path":["text"]}],"data":{"text":null}}"""
        );

    [Fact]
    public Task A_non_null_field_that_is_null_makes_its_parent_null() =>
        ExpectAsync(
            Sdl,
            Object(("nest", Object(("textNonNull", null)))),
            "{ nest { textNonNull } }",
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Nest.textNonNull.",
            "locations":[{"line":1,"column":10}],"path":["nest","textNonNull"]}],"data":{"nest":null}}
            """
        );

    [Fact]
    public Task A_non_null_field_that_throws_makes_its_parent_null() =>
        ExpectAsync(
            Sdl,
            Object(("nest", Object(("textNonNull", Failure)))),
            "{ nest { textNonNull } text }",
            """
            {"errors":[{"message":"failed","locations":[{"line":1,"column":10}],"path":["nest","textNonNull"]}],
            "data":{"nest":null,"text":null}}
            """
        );

    [Fact]
    public Task Null_climbs_through_non_null_parents_to_the_nearest_nullable_one() =>
        ExpectAsync(
            Sdl,
            Object(
                ("text", "stays"),
                ("nest", Object(("nestNonNull", Object(("nestNonNull", Object(("textNonNull", null)))))))
            ),
            "{ text nest { nestNonNull { nestNonNull { textNonNull } } } }",
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Nest.textNonNull.",
            "locations":[{"line":1,"column":43}],"path":["nest","nestNonNull","nestNonNull","textNonNull"]}],
            "data":{"text":"stays","nest":null}}
            """
        );

    [Fact]
    public Task Null_that_climbs_to_the_root_makes_data_null() =>
        ExpectAsync(
            Sdl,
            Object(("nestNonNull", Object(("nestNonNull", Object(("textNonNull", Failure)))))),
            "{ nestNonNull { nestNonNull { textNonNull } } }",
            """
            {"errors":[{"message":"failed","locations":[{"line":1,"column":31}],
            "path":["nestNonNull","nestNonNull","textNonNull"]}],"data":null}
            """
        );

    [Fact]
    public Task A_non_null_root_field_makes_data_null() =>
        ExpectAsync(
            Sdl,
            Object(),
            "{ textNonNull }",
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Query.textNonNull.",
            "locations":[{"line":1,"column":3}],"path":["textNonNull"]}],"data":null}
            """
        );

    [Fact]
    public Task Errors_beside_each_other_are_all_told() =>
        ExpectAsync(
            Sdl,
            Object(("text", Failure), ("nest", Object(("text", Failure)))),
            "{ text nest { text a: text } }",
            """
            {"errors":[
            {"message":"failed","locations":[{"line":1,"column":3}],"path":["text"]},
            {"message":"failed","locations":[{"line":1,"column":15}],"path":["nest","text"]},
            {"message":"failed","locations":[{"line":1,"column":20}],"path":["nest","a"]}],
            "data":{"text":null,"nest":{"text":null,"a":null}}}
            """
        );

    [Fact]
    public Task What_stands_beside_the_null_stays() =>
        ExpectAsync(
            Sdl,
            Object(("nest", Object(("text", "a"), ("nest", Object(("textNonNull", null))), ("textNonNull", "b")))),
            "{ nest { text nest { text textNonNull } textNonNull } }",
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Nest.textNonNull.",
            "locations":[{"line":1,"column":27}],"path":["nest","nest","textNonNull"]}],
            "data":{"nest":{"text":"a","nest":null,"textNonNull":"b"}}}
            """
        );

    [Fact]
    public Task A_nullable_item_becomes_null_alone() =>
        ExpectAsync(
            Sdl,
            Object(
                ("list", new object?[] { Object(("textNonNull", "a")), Object(), null, Object(("textNonNull", "d")) })
            ),
            "{ list { textNonNull } }",
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Nest.textNonNull.",
            "locations":[{"line":1,"column":10}],"path":["list",1,"textNonNull"]}],
            "data":{"list":[{"textNonNull":"a"},null,null,{"textNonNull":"d"}]}}
            """
        );

    [Fact]
    public Task A_non_null_item_that_fails_makes_the_list_null() =>
        ExpectAsync(
            Sdl,
            Object(("listOfNonNull", new object?[] { Object(("textNonNull", "a")), Object() }), ("text", "stays")),
            "{ listOfNonNull { textNonNull } text }",
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Nest.textNonNull.",
            "locations":[{"line":1,"column":19}],"path":["listOfNonNull",1,"textNonNull"]}],
            "data":{"listOfNonNull":null,"text":"stays"}}
            """
        );

    [Fact]
    public Task A_null_item_where_none_may_be_makes_the_list_null() =>
        ExpectAsync(
            Sdl,
            Object(("listOfNonNull", new object?[] { Object(("text", "a")), null })),
            "{ listOfNonNull { text } }",
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Query.listOfNonNull.",
            "locations":[{"line":1,"column":3}],"path":["listOfNonNull",1]}],
            "data":{"listOfNonNull":null}}
            """
        );

    [Fact]
    public Task A_non_null_list_with_a_failing_item_makes_its_parent_null() =>
        ExpectAsync(
            Sdl,
            Object(("nonNullList", new object?[] { Object(("nestNonNull", Object())) })),
            "{ nonNullList { nestNonNull { textNonNull } } }",
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Nest.textNonNull.",
            "locations":[{"line":1,"column":31}],"path":["nonNullList",0,"nestNonNull","textNonNull"]}],"data":null}
            """
        );

    [Fact]
    public Task A_field_that_is_selected_twice_has_both_places_in_its_error() =>
        ExpectAsync(
            Sdl,
            Object(("nest", Failure)),
            "{ nest { text } ...F } fragment F on Query { nest { textNonNull } }",
            """
            {"errors":[{"message":"failed","locations":[{"line":1,"column":3},{"line":1,"column":46}],"path":["nest"]}],
            "data":{"nest":null}}
            """
        );
}
