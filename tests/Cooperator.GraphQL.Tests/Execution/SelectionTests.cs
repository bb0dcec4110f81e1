using static Cooperator.GraphQL.Tests.Execution.ExecutionCase;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Section 6.3.2 of the specification: collecting fields.</summary>
public sealed class SelectionTests
{
    private const string Sdl = "type Query { a: String b: String c: String nest: Query }";

    private static readonly Dictionary<string, object?> Root = Object(
        ("a", "A"),
        ("b", "B"),
        ("c", "C"),
        ("nest", Object(("a", "a"), ("b", "b"), ("c", "c"), ("nest", Object(("a", "x"), ("b", "y")))))
    );

    [Theory]
    [InlineData("{ b a }", """{"b":"B","a":"A"}""")]
    [InlineData("{ x: a y: a a }", """{"x":"A","y":"A","a":"A"}""")]
    [InlineData("{ a b a }", """{"a":"A","b":"B"}""")]
    [InlineData("{ nest { a } b nest { b } }", """{"nest":{"a":"a","b":"b"},"b":"B"}""")]
    [InlineData(
        "{ nest { nest { a } } ...F } fragment F on Query { nest { nest { b } c } }",
        """{"nest":{"nest":{"a":"x","b":"y"},"c":"c"}}"""
    )]
    [InlineData("{ ... { a } ... on Query { b } }", """{"a":"A","b":"B"}""")]
    [InlineData(
        "{ __typename nest { __typename t: __typename } }",
        """{"__typename":"Query","nest":{"__typename":"Query","t":"Query"}}"""
    )]
    [InlineData("{ ...F ...F } fragment F on Query { a }", """{"a":"A"}""")]
    [InlineData("{ ...F } fragment F on Query { a ...F }", """{"a":"A"}""")]
    public Task Fields_are_merged_in_the_order_they_first_appear(string document, string data) =>
        ExpectAsync(Sdl, Root, document, $$$"""{"data":{{{data}}}}""");

    [Theory]
    [InlineData("{ a b @include(if: true) c @include(if: false) }", """{"a":"A","b":"B"}""")]
    [InlineData("{ a b @skip(if: true) c @skip(if: false) }", """{"a":"A","c":"C"}""")]
    [InlineData("{ a @include(if: true) @skip(if: true) b }", """{"b":"B"}""")]
    [InlineData("{ ... @include(if: false) { a } ...F @skip(if: true) b } fragment F on Query { c }", """{"b":"B"}""")]
    [InlineData("{ nest @skip(if: true) { a } nest { b } }", """{"nest":{"b":"b"}}""")]
    [InlineData("{ a @skip(if: true) }", "{}")]
    public Task Constant_conditions_decide(string document, string data) =>
        ExpectAsync(Sdl, Root, document, $$$"""{"data":{{{data}}}}""");

    [Theory]
    [InlineData("true", "true", """{"a":"A","b":"B","nest":{"a":"a","b":"b"}}""")]
    [InlineData("true", "false", """{"a":"A","b":"B","nest":{"a":"a"}}""")]
    [InlineData("false", "true", """{"b":"B","a":"A","nest":{"b":"b"}}""")]
    [InlineData("false", "false", """{"b":"B","a":"A"}""")]
    public Task Variables_decide_anew_for_each_request(string x, string y, string data) =>
        ExpectAsync(
            Sdl,
            Root,
            """
            query ($x: Boolean!, $y: Boolean!) {
              a @include(if: $x)
              b
              a
              ...F @include(if: $x)
              ... @include(if: $y) { nest { b } }
            }
            fragment F on Query { nest { a } }
            """,
            $$$"""{"data":{{{data}}}}""",
            $$"""{"x":{{x}},"y":{{y}}}"""
        );

    [Fact]
    public Task A_fragment_under_two_conditions_is_there_when_either_holds() =>
        ExpectAsync(
            Sdl,
            Root,
            "query ($x: Boolean!) { ...F @include(if: $x) ...F @skip(if: $x) } fragment F on Query { a }",
            """{"data":{"a":"A"}}""",
            """{"x":false}"""
        );

    [Fact]
    public Task A_fragment_skipped_for_one_reason_is_not_skipped_for_another() =>
        ExpectAsync(
            Sdl,
            Root,
            "query ($x: Boolean!, $y: Boolean!) { ...F @skip(if: $x) ...F @skip(if: $y) } fragment F on Query { a }",
            """{"data":{"a":"A"}}""",
            """{"x":true,"y":false}"""
        );

    [Fact]
    public Task A_condition_that_cannot_hold_is_not_followed() =>
        ExpectAsync(
            Sdl,
            Root,
            "query ($x: Boolean!) { a @include(if: $x) @skip(if: $x) b }",
            """{"data":{"b":"B"}}""",
            """{"x":true}"""
        );

    [Theory]
    [InlineData("true", """{"a":"A","b":"B"}""")]
    [InlineData("false", """{"b":"B"}""")]
    public Task The_last_variable_that_conditions_may_use_decides(string value, string data) =>
        ExpectAsync(
            Sdl,
            Root,
            $"query ({Booleans(64)}) {{ a @include(if: $v63) b }}",
            $$$"""{"data":{{{data}}}}""",
            $$"""{ {{Values(64, _ => value)}} }"""
        );

    [Fact]
    public Task A_variable_beyond_those_is_refused_in_a_condition() =>
        ExpectAsync(
            Sdl,
            Root,
            $"query ({Booleans(65)}) {{ a @include(if: $v64) b }}",
            $$"""{"errors":[{"message":"@skip, @include, @defer and @stream may use only the first 64 Boolean variables of an operation.","locations":[{"line":1,"column":{{Booleans(65).Length + 27}}}]}]}""",
            $$"""{ {{Values(65, _ => "true")}} }"""
        );

    [Fact]
    public Task A_variable_beyond_those_does_not_stand_for_an_earlier_one() =>
        ExpectAsync(
            Sdl,
            Root,
            $"query ({Booleans(65)}) {{ a @include(if: $v0) b }}",
            """{"data":{"b":"B"}}""",
            $$"""{ {{Values(65, index => index == 64 ? "true" : "false")}} }"""
        );

    private static string Booleans(int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(index => $"$v{index}: Boolean!"));

    private static string Values(int count, Func<int, string> value) =>
        string.Join(", ", Enumerable.Range(0, count).Select(index => $"\"v{index}\": {value(index)}"));

    [Fact]
    public async Task An_operation_that_multiplies_by_its_fragments_is_refused()
    {
        var fragments = string.Concat(
            Enumerable
                .Range(0, 30)
                .Select(n => $" fragment F{n} on Query {{ x: nest {{ ...F{n + 1} }} y: nest {{ ...F{n + 1} }} }}")
        );
        var executor = Responses.Executor(SchemaOver(Sdl, ResolveMode.Sync));

        var response = await Responses.ExecuteAsync(
            executor,
            Responses.Request($"{{ ...F0 }}{fragments} fragment F30 on Query {{ a }}", Root)
        );

        Assert.Equal(
            """{"errors":[{"message":"The operation selects more than 50000 fields.","locations":[{"line":1,"column":1}]}]}""",
            response
        );
    }

    [Theory]
    [InlineData(5, """{"data":{"__typename":"Query"}}""")]
    [InlineData(
        20,
        """{"errors":[{"message":"The operation combines its fragments and conditions in too many ways.","locations":[{"line":1,"column":1}]}]}"""
    )]
    public Task An_operation_that_doubles_with_each_condition_is_refused_before_it_takes_the_memory(
        int levels,
        string response
    ) =>
        ExpectAsync(
            Sdl,
            Root,
            $"query ({Booleans(levels)}) {{ ...F0 }}"
                + string.Concat(
                    Enumerable
                        .Range(0, levels)
                        .Select(n =>
                            $" fragment F{n} on Query {{ ...F{n + 1} @include(if: $v{n}) ...F{n + 1} @skip(if: $v{n}) }}"
                        )
                )
                + $" fragment F{levels} on Query {{ __typename }}",
            response,
            $"{{ {Values(levels, index => index % 2 == 0 ? "true" : "false")} }}"
        );
}
