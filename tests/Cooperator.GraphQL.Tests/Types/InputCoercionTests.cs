using System.Text.Json;
using System.Text.RegularExpressions;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Types;

/// <summary>Section 3 of the specification, "Input Coercion" of each type; each case as JSON and as a literal.</summary>
public sealed partial class InputCoercionTests
{
    private static readonly Schema Schema = SchemaBuilder.FromSdl(
        """
        type Query { a(b: In, c: Either): Int }
        input In { a: Int = 7, b: String!, list: [Int], e: Color }
        input Either @oneOf { a: Int, b: String }
        enum Color { RED GREEN }
        """
    );

    [Theory]
    [InlineData("[Int!]", "1", "[1]")]
    [InlineData("[[Int]]", "[1, null]", "[[1],null]")]
    [InlineData("Int", "null", "null")]
    [InlineData("In", """{ "b": "x" }""", """{"a":7,"b":"x"}""")]
    [InlineData("In", """{ "a": null, "b": "x", "list": 1 }""", """{"a":null,"b":"x","list":[1]}""")]
    [InlineData("Either", """{ "b": "x" }""", """{"b":"x"}""")]
    public void Gives_the_canonical_value(string type, string json, string expected)
    {
        var faults = new List<InputFault>();
        var fromJson = InputCoercion.CoerceJson(TypeOf(type), JsonElement.Parse(json), faults);
        var read = InputCoercion.TryCoerceLiteral(TypeOf(type), Literal(json), null, out var fromLiteral);

        Assert.Empty(faults);
        Assert.True(read);
        Assert.Equal(expected, JsonSerializer.Serialize(fromJson));
        Assert.Equal(expected, JsonSerializer.Serialize(fromLiteral));
    }

    [Theory]
    [InlineData("Int!", "null", "", "Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("[Int!]", "[1, null]", " at [1]", "Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData(
        "In",
        """{ "a": 1 }""",
        "",
        "Expected value of type \"In\" to include required field \"b\", found: { a: 1 }."
    )]
    [InlineData("In", "1", "", "Expected value of type \"In\" to be an object, found: 1.")]
    [InlineData("In", """{ "b": 1 }""", " at .b", "String cannot represent a non string value: 1")]
    [InlineData(
        "In",
        """{ "b": "x", "lst": 1 }""",
        "",
        "Expected value of type \"In\" not to include unknown field \"lst\". Did you mean \"list\"? Found: { b: \"x\", lst: 1 }."
    )]
    [InlineData(
        "Either",
        """{ "a": 1, "b": "x" }""",
        "",
        "Within OneOf Input Object type \"Either\", exactly one field must be specified, and the value for that field must be non-null."
    )]
    [InlineData(
        "Either",
        """{ "a": null }""",
        " at .a",
        "Within OneOf Input Object type \"Either\", exactly one field must be specified, and the value for that field must be non-null."
    )]
    public void Names_the_fault_and_its_place(string type, string json, string path, string message)
    {
        var faults = new List<InputFault>();
        InputCoercion.CoerceJson(TypeOf(type), JsonElement.Parse(json), faults);
        var literalFaults = new List<InputFault>();
        InputCoercion.ValidateLiteral(TypeOf(type), Literal(json), null, literalFaults);

        Assert.Equal([(path, message)], faults.Select(fault => (fault.PathText, fault.Message)));
        Assert.Equal([(path, message)], literalFaults.Select(fault => (fault.PathText, fault.Message)));
        Assert.False(InputCoercion.TryCoerceLiteral(TypeOf(type), Literal(json), null, out _));
    }

    [Theory]
    [InlineData(
        "\"GREEM\"",
        "Value \"GREEM\" does not exist in \"Color\" enum. Did you mean the enum value \"GREEN\" or \"RED\"?"
    )]
    [InlineData("1", "Enum \"Color\" cannot represent non-string value: 1.")]
    public void Names_the_enum_value_that_may_have_been_meant(string json, string message)
    {
        var faults = new List<InputFault>();

        InputCoercion.CoerceJson(TypeOf("Color"), JsonElement.Parse(json), faults);

        Assert.Equal(message, Assert.Single(faults).Message);
    }

    [Fact]
    public void Variables_without_value_leave_fields_out_and_are_null_in_lists()
    {
        var literal = Parser.ParseValue(new Source("""{ a: $absent, b: $text, list: [1, $absent] }"""));

        var read = InputCoercion.TryCoerceLiteral(
            TypeOf("In"),
            literal,
            new Dictionary<string, object?> { ["text"] = "x" },
            out var canonical
        );

        Assert.True(read);
        Assert.Equal("""{"a":7,"b":"x","list":[1,null]}""", JsonSerializer.Serialize(canonical));
    }

    private static GraphQLType TypeOf(string text) => Schema.FindType(Parser.ParseType(new Source(text)))!;

    private static ValueNode Literal(string json) =>
        Parser.ParseValue(new Source(KeyInQuotes().Replace(json, "${key}:")));

    [GeneratedRegex("\"(?<key>\\w+)\":", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyInQuotes();
}
