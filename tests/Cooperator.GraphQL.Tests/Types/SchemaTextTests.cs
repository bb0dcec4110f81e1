using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Tests.Differential;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Types;

/// <summary>Reading and printing SDL, compared with graphql-js.</summary>
public sealed class SchemaTextTests
{
    private const string KitchenSink = """"
        """The whole thing."""
        schema { query: Root mutation: Change }

        "Says how often."
        directive @times("How often." n: Int = 1, text: [String!]! = ["a"]) repeatable on FIELD | FRAGMENT_SPREAD
        directive @plain on FIELD_DEFINITION | OBJECT

        """
        A root
          with indentation and a "quote".
        """
        type Root implements Named & Thing @plain {
          name: String
          field(a: Int! = 1, "An argument." b: In = { s: "x", list: [1, 2] }, c: Color = RED): [[Int!]]! @deprecated
          old: Color @deprecated(reason: "Use \"field\".")
          either: Either
        }
        type Change { set(one: OneOf): Boolean }
        interface Thing { name: String }
        interface Named implements Thing { name: String }
        union Either = Root | Change
        enum Color { RED "Like grass." GREEN BLUE @deprecated }
        input In { s: String = "a\nb", list: [Float!] = [1.5, 2], d: Boolean @deprecated }
        input OneOf @oneOf { a: Int b: String }
        scalar Time @specifiedBy(url: "https://example.org/time")
        type Empty { a: Int }
        extend type Empty { b(x: ID): Time }
        extend enum Color { BLACK }
        extend union Either = Empty
        """";

    private static readonly string[] Faulty =
    [
        "type Nothing { a: Int }",
        "type Query",
        "type Query { __a: Int }",
        "type Query { a: In } input In { b: Int }",
        "type Query { a(b: Query): Int }",
        "type Query { a(b: Int! @deprecated): Int }",
        "type Query { a(b: Int = \"x\", c: [Int!] = [1, null]): Int }",
        "schema { query: Query mutation: Query } type Query { a: Int }",
        "type Query implements I { a: Int } interface I { b: Int }",
        "type Query implements I { a: Int } interface I { a: String }",
        "type Query implements I { a: Int } interface I { a: Int! }",
        "type Query implements I { a: [Int!]! } interface I { a: [Int] }",
        "type Query implements I { a: Int } interface I { a(b: Int): Int }",
        "type Query implements I { a(b: String): Int } interface I { a(b: Int): Int }",
        "type Query implements I { a(c: Int!): Int } interface I { a: Int }",
        "type Query implements I { a: Int @deprecated } interface I { a: Int }",
        "type Query implements J { a: Int } interface I { a: Int } interface J implements I { a: Int }",
        "type Query { a: I } interface I implements I { a: Int }",
        "type Query { a: U } union U",
        "type Query { a: U } union U = Query | Query",
        "type Query { a: E } enum E",
        "type Query { a(b: In): Int } input In { a: In! }",
        "type Query { a(b: In): Int } input In { a: Other! } input Other { b: In! }",
        "type Query { a(b: In): Int } input In { a: [In!]! }",
        "type Query { a(b: In): Int } input In { a: Int! @deprecated }",
        "type Query { a(b: In): Int } input In @oneOf { a: Int! b: Int = 1 }",
        "type Query { a: Int } directive @__d on FIELD",
        "type Query { a(b: In): Int } input In { a: In = {} }",
        "type Query { a(b: In): Int } input In { a: Other = {} } input Other { b: [In] = [{}] }",
        "type Query { a(b: In): Int } input In { a: In = { a: null } }",
        "type Query { a(b: In): Int } input In @oneOf { a: Other } input Other @oneOf { b: In }",
    ];

    [Fact]
    public void Prints_as_the_reference_implementation_does()
    {
        using var oracle = GraphQLOracle.Start();

        Assert.Equal(oracle.Check(KitchenSink).Printed, SchemaPrinter.Print(SchemaBuilder.FromSdl(KitchenSink)));
    }

    [Fact]
    public void Reads_what_it_printed()
    {
        var printed = SchemaPrinter.Print(SchemaBuilder.FromSdl(KitchenSink));

        Assert.Equal(printed, SchemaPrinter.Print(SchemaBuilder.FromSdl(printed)));
    }

    [Fact]
    public void Finds_the_faults_the_reference_implementation_finds()
    {
        using var oracle = GraphQLOracle.Start();

        Assert.All(
            Faulty,
            sdl =>
                Assert.Equal(
                    oracle.Check(sdl).Validation!.Select(error => error.Message).Order(StringComparer.Ordinal),
                    FaultsOf(sdl).Order(StringComparer.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData("type Query { a: Strin }", "Unknown type \"Strin\". Did you mean \"String\"?")]
    [InlineData("type Query { a: Int } type Query { b: Int }", "There can be only one type named \"Query\".")]
    [InlineData(
        "type Query { a: Int } extend type Nothing { a: Int }",
        "Cannot extend type \"Nothing\" because it is not defined."
    )]
    [InlineData("type Query { a: Int a: Int }", "Field \"Query.a\" can only be defined once.")]
    [InlineData("type Query { a: Int } scalar X extend type X { b: Int }", "Cannot extend non-object type \"X\".")]
    [InlineData(
        "type Query { a: Int } type X { a: Int } extend interface X { b: Int }",
        "Cannot extend non-interface type \"X\"."
    )]
    [InlineData(
        "type Query { a: Int } interface X { a: Int } extend union X = Other type Other { a: Int }",
        "Cannot extend non-union type \"X\"."
    )]
    [InlineData("type Query { a: Int } union X = Query extend enum X { B }", "Cannot extend non-enum type \"X\".")]
    [InlineData(
        "type Query { a: Int } enum X { A } extend input X { b: Int }",
        "Cannot extend non-input object type \"X\"."
    )]
    [InlineData(
        "type Query { a: Int } input X { a: Int } extend scalar X @d directive @d on SCALAR",
        "Cannot extend non-scalar type \"X\"."
    )]
    [InlineData(
        "type Query { a: Int } extend type Querry { b: Int }",
        "Cannot extend type \"Querry\" because it is not defined. Did you mean \"Query\"?"
    )]
    [InlineData(
        "type Query { a: Int } directive @a(b: Int, b: Int) on FIELD",
        "Argument \"@a(b:)\" can only be defined once."
    )]
    [InlineData("type Query { a(b: Int, b: Int): Int }", "Argument \"Query.a(b:)\" can only be defined once.")]
    [InlineData(
        "type Query { a: Int } extend type Query { c(b: Int, b: Int): Int }",
        "Argument \"Query.c(b:)\" can only be defined once."
    )]
    [InlineData(
        "type Query { a: Int } interface I { a(b: Int, b: Int): Int }",
        "Argument \"I.a(b:)\" can only be defined once."
    )]
    [InlineData(
        "type Query { a: Int } interface I { a: Int } extend interface I { c(b: Int, b: Int): Int }",
        "Argument \"I.c(b:)\" can only be defined once."
    )]
    [InlineData("type Query { a: Int } extend type Query { a: Int }", "Field \"Query.a\" can only be defined once.")]
    [InlineData("type Query { a: Int } interface I { a: Int a: Int }", "Field \"I.a\" can only be defined once.")]
    [InlineData(
        "type Query { a: Int } interface I { a: Int } extend interface I { a: Int }",
        "Field \"I.a\" can only be defined once."
    )]
    [InlineData("type Query { a: Int } input I { a: Int a: Int }", "Field \"I.a\" can only be defined once.")]
    [InlineData(
        "type Query { a: Int } input I { a: Int } extend input I { a: Int }",
        "Field \"I.a\" can only be defined once."
    )]
    [InlineData("type Query { a: Int } enum E { A A }", "Enum value \"E.A\" can only be defined once.")]
    [InlineData(
        "type Query { a: Int } enum E { A } extend enum E { A }",
        "Enum value \"E.A\" can only be defined once."
    )]
    [InlineData(
        "type Query { a: Int } schema { query: Query query: Query }",
        "There can be only one query type in schema."
    )]
    [InlineData(
        "type Query { a: Int } schema { query: Query } extend schema { query: Query }",
        "There can be only one query type in schema."
    )]
    [InlineData(
        "type Query { a: Int } directive @a on FIELD directive @a on FIELD",
        "There can be only one directive named \"@a\"."
    )]
    [InlineData("type Query { a: Int } scalar Query", "There can be only one type named \"Query\".")]
    [InlineData(
        "type Query { a: Int } interface I { a: Int } union I = Query",
        "There can be only one type named \"I\"."
    )]
    [InlineData("type Query { a: Int } enum E { A } input E { a: Int }", "There can be only one type named \"E\".")]
    [InlineData(
        "type Query { a: Int } type M { a: Int } schema { query: Query mutation: M } extend schema { mutation: M }",
        "There can be only one mutation type in schema."
    )]
    [InlineData("type Query { a: Strng }", "Unknown type \"Strng\". Did you mean \"String\"?")]
    [InlineData("type Query { a: Int @d }", "Unknown directive \"@d\".")]
    [InlineData(
        "type Query { a: Int @d @d } directive @d on FIELD_DEFINITION",
        "The directive \"@d\" can only be used once at this location."
    )]
    [InlineData(
        "type Query { a: Int @d(a: 1) } directive @d on FIELD_DEFINITION",
        "Unknown argument \"a\" on directive \"@d\"."
    )]
    [InlineData(
        "type Query { a: Int @d } directive @d(a: Int!) on FIELD_DEFINITION",
        "Argument \"@d(a:)\" of type \"Int!\" is required, but it was not provided."
    )]
    [InlineData(
        "type Query { a: Int @d(a: 1, a: 2) } directive @d(a: Int!) on FIELD_DEFINITION",
        "There can be only one argument named \"a\"."
    )]
    [InlineData(
        "type Query { a: Int @d(a: { b: 1, b: 2 }) } directive @d(a: I) on FIELD_DEFINITION input I { b: Int }",
        "There can be only one input field named \"b\"."
    )]
    public void Refuses_what_cannot_be_built(string sdl, string message) =>
        Assert.Equal(message, Assert.Throws<SchemaException>(() => SchemaBuilder.FromSdl(sdl)).Message);

    [Fact]
    public void Tells_all_faults() =>
        Assert.Equal(
            ["Must provide only one schema definition.", "There can be only one query type in schema."],
            FaultsOf("type Query { a: Int } schema { query: Query } schema { query: Query }")
        );

    private static IReadOnlyList<string> FaultsOf(string sdl)
    {
        try
        {
            SchemaBuilder.FromSdl(sdl);
            return [];
        }
        catch (SchemaException exception)
        {
            return exception.Faults;
        }
    }
}
