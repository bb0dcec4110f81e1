using static Cooperator.GraphQL.Tests.Execution.ExecutionCase;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Section 6.4.3 of the specification: resolving abstract types.</summary>
public sealed class AbstractTypeTests
{
    private const string Sdl = """
        type Query { pet: Pet pets: [Pet] named: [Named!]! other: Other }
        interface Named { name: String }
        type Dog implements Named { name: String barks: Boolean friend: Pet }
        type Cat implements Named { name: String meows: Boolean }
        type Other { x: Int }
        union Pet = Dog | Cat
        """;

    private static readonly Dictionary<string, object?> Odie = Object(
        ("__typename", "Dog"),
        ("name", "Odie"),
        ("barks", true)
    );

    private static readonly Dictionary<string, object?> Garfield = Object(
        ("__typename", "Cat"),
        ("name", "Garfield"),
        ("meows", false)
    );

    [Fact]
    public Task Each_item_of_a_union_has_what_its_own_type_selects() =>
        ExpectAsync(
            Sdl,
            Object(("pets", new[] { Odie, null, Garfield })),
            "{ pets { __typename ... on Dog { barks } ... on Cat { meows } ... on Named { name } } }",
            """
            {"data":{"pets":[{"__typename":"Dog","barks":true,"name":"Odie"},null,
            {"__typename":"Cat","meows":false,"name":"Garfield"}]}}
            """
        );

    [Fact]
    public Task Fields_of_an_interface_are_those_of_the_object() =>
        ExpectAsync(
            Sdl,
            Object(("named", new[] { Garfield, Odie })),
            "{ named { name ... on Dog { barks name } } }",
            """{"data":{"named":[{"name":"Garfield"},{"name":"Odie","barks":true}]}}"""
        );

    [Fact]
    public Task Abstract_fields_nest() =>
        ExpectAsync(
            Sdl,
            Object(("pet", new Dictionary<string, object?>(Odie) { ["friend"] = Garfield })),
            "{ pet { ... on Dog { name friend { ... on Cat { name } } } } }",
            """{"data":{"pet":{"name":"Odie","friend":{"name":"Garfield"}}}}"""
        );

    [Fact]
    public Task A_value_of_no_known_type_is_an_error() =>
        ExpectAsync(
            Sdl,
            Object(("pet", Object(("name", "?")))),
            "{ pet { __typename } }",
            """
            {"errors":[{"message":"Abstract type \"Pet\" must resolve to an Object type at runtime for field \"Query.pet\".",
            "locations":[{"line":1,"column":3}],"path":["pet"]}],"data":{"pet":null}}
            """
        );

    [Fact]
    public Task A_value_of_an_impossible_type_is_an_error() =>
        ExpectAsync(
            Sdl,
            Object(("pet", Object(("__typename", "Other")))),
            "{ pet { __typename } }",
            """
            {"errors":[{"message":"Runtime Object type \"Other\" is not a possible type for \"Pet\".",
            "locations":[{"line":1,"column":3}],"path":["pet"]}],"data":{"pet":null}}
            """
        );

    [Fact]
    public async Task An_object_that_its_type_does_not_recognise_is_an_error()
    {
        var schema = SchemaOver(Sdl, ResolveMode.Sync);
        ((Cooperator.GraphQL.Types.ObjectType)schema.FindType("Other")!).IsTypeOf = _ => false;

        var response = await Responses.ExecuteAsync(
            Responses.Executor(schema),
            Responses.Request("{ other { x } }", Object(("other", Object(("x", 1)))))
        );

        Assert.Equal(
            """{"errors":[{"message":"Expected value of type \"Other\" but got: { x: 1 }.","locations":[{"line":1,"column":3}],"path":["other"]}],"data":{"other":null}}""",
            response
        );
    }
}
