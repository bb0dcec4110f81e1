using System.Text.Json;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Sections 6.1.2 and 6.4.1 of the specification: coercing variables and arguments.</summary>
public sealed class VariableTests
{
    private const string Sdl = """
        type Query {
          int(n: Int): String
          required(n: Int!): String
          withDefault(n: Int = 7): String
          requiredWithDefault(n: Int! = 7): String
          list(n: [Int!]): String
          filter(by: Filter): String
          color(c: Color): String
        }
        input Filter { name: String! limit: Int = 10 tags: [String] inner: Filter }
        enum Color { RED GREEN }
        """;

    [Theory]
    [InlineData("{ int }", null, "-")]
    [InlineData("{ int(n: 3) }", null, "3")]
    [InlineData("{ int(n: null) }", null, "null")]
    [InlineData("{ withDefault }", null, "7")]
    [InlineData("{ withDefault(n: null) }", null, "null")]
    [InlineData("query ($n: Int) { int(n: $n) }", null, "-")]
    [InlineData("query ($n: Int) { int(n: $n) }", """{"n":null}""", "null")]
    [InlineData("query ($n: Int) { int(n: $n) }", """{"n":5}""", "5")]
    [InlineData("query ($n: Int = 4) { int(n: $n) }", null, "4")]
    [InlineData("query ($n: Int = 4) { int(n: $n) }", """{"n":null}""", "null")]
    [InlineData("query ($n: Int) { withDefault(n: $n) }", null, "7")]
    [InlineData("query ($n: Int) { withDefault(n: $n) }", """{"n":null}""", "null")]
    [InlineData("query ($n: Int) { requiredWithDefault(n: $n) }", null, "7")]
    [InlineData("query ($n: Int!) { required(n: $n) }", """{"n":1}""", "1")]
    [InlineData("query ($n: Int!) { list(n: [1, $n]) }", """{"n":2}""", "[1,2]")]
    [InlineData("query ($n: [Int!]) { list(n: $n) }", """{"n":2}""", "[2]")]
    [InlineData("{ list(n: 2) }", null, "[2]")]
    [InlineData("query ($c: Color) { color(c: $c) }", """{"c":"GREEN"}""", "GREEN")]
    [InlineData("query ($n: Int, $m: Int) { int(n: $m) }", """{"n":1}""", "-")]
    [InlineData("query ($n: Int! = 3) { required(n: $n) }", null, "3")]
    [InlineData("{ int(m: 1, n: 2) }", null, "2")]
    [InlineData("{ int }", "null", "-")]
    [InlineData("{ color(c: RED) }", null, "RED")]
    [InlineData("""{ filter(by: { name: "a" }) }""", null, "{name:a,limit:10}")]
    [InlineData("""query ($l: Int) { filter(by: { name: "a", limit: $l }) }""", null, "{name:a,limit:10}")]
    [InlineData(
        """query ($l: Int) { filter(by: { name: "a", limit: $l }) }""",
        """{"l":null}""",
        "{name:a,limit:null}"
    )]
    [InlineData(
        "query ($f: Filter) { filter(by: $f) }",
        """{"f":{"name":"a","tags":["x",null],"inner":{"name":"b","limit":1}}}""",
        "{name:a,limit:10,tags:[x,null],inner:{name:b,limit:1}}"
    )]
    public async Task Arguments_reach_the_resolver(string document, string? variables, string seen)
    {
        using var response = JsonDocument.Parse(await ExecuteAsync(document, variables));

        Assert.Equal(seen, response.RootElement.GetProperty("data").EnumerateObject().Single().Value.GetString());
    }

    [Theory]
    [InlineData(
        "query ($n: Int!) { required(n: $n) }",
        null,
        "Variable \"$n\" has invalid value: Expected a value of non-null type \"Int!\" to be provided."
    )]
    [InlineData(
        "query ($n: Int!) { required(n: $n) }",
        """{"n":null}""",
        "Variable \"$n\" has invalid value: Expected value of non-null type \"Int!\" not to be null."
    )]
    [InlineData(
        "query ($n: Int!) { required(n: $n) }",
        """{"n":"x"}""",
        "Variable \"$n\" has invalid value: Int cannot represent non-integer value: \"x\""
    )]
    [InlineData(
        "query ($f: Filter) { filter(by: $f) }",
        """{"f":{"limit":1}}""",
        "Variable \"$f\" has invalid value: Expected value of type \"Filter\" to include required field \"name\", found: { limit: 1 }."
    )]
    [InlineData(
        "query ($f: Filter) { filter(by: $f) }",
        """{"f":{"name":"a","inner":{"name":null}}}""",
        "Variable \"$f\" has invalid value at .inner.name: Expected value of non-null type \"String!\" not to be null."
    )]
    [InlineData(
        "query ($n: Int! = 3) { required(n: $n) }",
        """{"n":null}""",
        "Variable \"$n\" has invalid value: Expected value of non-null type \"Int!\" not to be null."
    )]
    [InlineData(
        "query ($n: Int = \"x\") { int(n: $n) }",
        null,
        "Variable \"$n\" has invalid default value: Int cannot represent non-integer value: \"x\""
    )]
    [InlineData(
        "query ($f: Filter = { name: \"a\", limit: \"x\" }) { filter(by: $f) }",
        null,
        "Variable \"$f\" has invalid default value at .limit: Int cannot represent non-integer value: \"x\""
    )]
    [InlineData(
        "query ($n: [Nothing!]) { int }",
        """{"n":1}""",
        "Variable \"$n\" expected value of type \"[Nothing!]\" which cannot be used as an input type."
    )]
    [InlineData("{ int }", "1", "Variables must be provided as an Object where each property is a variable value.")]
    [InlineData(
        "query ($n: Query) { int }",
        null,
        "Variable \"$n\" expected value of type \"Query\" which cannot be used as an input type."
    )]
    [InlineData(
        "query ($n: Int) { int(n: $n) }",
        "[1]",
        "Variables must be provided as an Object where each property is a variable value."
    )]
    public async Task Wrong_variables_are_a_request_error(string document, string? variables, string message)
    {
        var executor = Responses.Executor(SchemaBuilder.FromSdl(Sdl));

        await using var result = Assert.IsType<OperationResult>(
            await executor.ExecuteAsync(Responses.Request(document, variables: variables))
        );

        Assert.False(result.HasData);
        Assert.Equal([message], result.Errors.Select(error => error.Message));
    }

    [Fact]
    public async Task Every_wrong_variable_is_told_at_its_definition()
    {
        var executor = Responses.Executor(SchemaBuilder.FromSdl(Sdl));

        var response = await Responses.ExecuteAsync(
            executor,
            Responses.Request(
                "query ($n: Int!, $m: Int!) { int(n: $n) b: int(n: $m) }",
                variables: """{"n":1.5,"m":true}"""
            )
        );

        Assert.Equal(
            """{"errors":[{"message":"Variable \"$n\" has invalid value: Int cannot represent non-integer value: 1.5","locations":[{"line":1,"column":8}]},{"message":"Variable \"$m\" has invalid value: Int cannot represent non-integer value: true","locations":[{"line":1,"column":18}]}]}""",
            response
        );
    }

    [Theory]
    [InlineData(
        50,
        "Variable \"$n\" has invalid value at [49]: Expected value of non-null type \"Int!\" not to be null."
    )]
    [InlineData(51, "Too many errors processing variables, error limit reached. Execution aborted.")]
    public async Task Fifty_faults_are_told(int count, string last)
    {
        var executor = Responses.Executor(SchemaBuilder.FromSdl(Sdl));
        var items = string.Join(',', Enumerable.Repeat("null", count));

        await using var result = Assert.IsType<OperationResult>(
            await executor.ExecuteAsync(
                Responses.Request("query ($n: [Int!]) { list(n: $n) }", variables: $$"""{"n":[{{items}}]}""")
            )
        );

        Assert.Equal(count, result.Errors.Count);
        Assert.Equal(last, result.Errors[^1].Message);
    }

    [Fact]
    public async Task A_list_of_a_thousand_faults_is_cut()
    {
        var executor = Responses.Executor(SchemaBuilder.FromSdl(Sdl));
        var items = string.Join(',', Enumerable.Repeat("null", 1000));

        await using var result = Assert.IsType<OperationResult>(
            await executor.ExecuteAsync(
                Responses.Request("query ($n: [Int!]) { list(n: $n) }", variables: $$"""{"n":[{{items}}]}""")
            )
        );

        Assert.Equal(51, result.Errors.Count);
        Assert.Equal(
            "Too many errors processing variables, error limit reached. Execution aborted.",
            result.Errors[^1].Message
        );
    }

    [Theory]
    [InlineData("query ($n: Int) { required(n: $n) }", "Argument \\\"Query.required(n:)\\\" has invalid value")]
    [InlineData("{ required }", "Argument \\\"Query.required(n:)\\\" of required type \\\"Int!\\\" was not provided.")]
    [InlineData(
        "{ required(n: \"x\") }",
        "Argument \\\"Query.required(n:)\\\" has invalid value: Int cannot represent non-integer value: \\\"x\\\""
    )]
    public async Task A_wrong_argument_is_an_error_of_its_field(string document, string message)
    {
        // Validation catches all but the first; the executor does not rely on it.
        var response = await ExecuteAsync(document, null);

        Assert.Contains(message, response, StringComparison.Ordinal);
        Assert.EndsWith("\"path\":[\"required\"]}],\"data\":{\"required\":null}}", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "{ filter(by: { name: 1 }) }",
        null,
        "filter",
        "(by:)\" has invalid value at .name: String cannot represent a non string value: 1",
        22
    )]
    [InlineData(
        "{ filter(by: { name: \"a\", tags: [1] }) }",
        null,
        "filter",
        "(by:)\" has invalid value at .tags[0]: String cannot represent a non string value: 1",
        34
    )]
    [InlineData(
        "{ required(n: null) }",
        null,
        "required",
        "(n:)\" has invalid value: Expected value of non-null type \"Int!\" not to be null.",
        15
    )]
    [InlineData(
        "query ($n: Int) { requiredWithDefault(n: $n) }",
        """{"n":null}""",
        "requiredWithDefault",
        "(n:)\" has invalid value: Expected variable \"$n\" provided to non-null type \"Int!\" not to be null.",
        42
    )]
    [InlineData(
        "query ($n: Int) { list(n: [1, $n]) }",
        null,
        "list",
        "(n:)\" has invalid value at [1]: Expected variable \"$n\" provided to type \"Int!\" to provide a runtime value.",
        31
    )]
    [InlineData(
        "query ($n: Int) { list(n: [1, $n]) }",
        """{"n":null}""",
        "list",
        "(n:)\" has invalid value at [1]: Expected variable \"$n\" provided to non-null type \"Int!\" not to be null.",
        31
    )]
    public async Task The_wrong_part_of_an_argument_is_told(
        string document,
        string? variables,
        string field,
        string problem,
        int column
    )
    {
        using var response = JsonDocument.Parse(await ExecuteAsync(document, variables));

        var error = Assert.Single(response.RootElement.GetProperty("errors").EnumerateArray().ToList());
        Assert.Equal($"Argument \"Query.{field}{problem}", error.GetProperty("message").GetString());
        Assert.Equal(column, error.GetProperty("locations")[0].GetProperty("column").GetInt32());
        Assert.Equal(field, error.GetProperty("path")[0].GetString());
    }

    [Theory]
    [InlineData("query ($x: Int) { a(j: { n: $x }) }", """{"x":5}""", """{"n":5}""")]
    [InlineData("query ($x: Int) { a(j: { n: $x }) }", """{"x":null}""", """{"n":null}""")]
    [InlineData("query ($x: Int) { a(j: { n: $x, m: 1 }) }", "{}", """{"m":1}""")]
    [InlineData("query ($x: Int = 7) { a(j: { n: $x }) }", "{}", """{"n":7}""")]
    [InlineData("query ($x: Int) { a(j: [1, $x, [$x]]) }", """{"x":5}""", "[1,5,[5]]")]
    [InlineData("query ($x: Int) { a(j: [1, $x]) }", "{}", "[1,null]")]
    [InlineData("query ($x: String) { a(j: [$x]) }", """{"x":"\u00e4\""}""", "[\"ä\\\"\"]")]
    [InlineData("query ($x: [Color!]) { a(j: [$x]) }", """{"x":["RED","GREEN"]}""", """[["RED","GREEN"]]""")]
    [InlineData("query ($x: [Color!]) { a(j: [$x]) }", """{"x":"RED"}""", """["RED"]""")]
    [InlineData("query ($x: Any) { a(j: [$x]) }", """{"x":{"a":[1.5,true]}}""", """[{"a":[1.5,true]}]""")]
    [InlineData(
        "query ($x: Filter) { a(j: { f: $x }) }",
        """{"x":{"inner":{"name":"b"},"name":"a"}}""",
        """{"f":{"name":"a","inner":{"name":"b"}}}"""
    )]
    public async Task A_scalar_of_lists_and_objects_reads_variables_by_their_own_types(
        string document,
        string variables,
        string json
    )
    {
        var schema = SchemaBuilder.FromSdl(
            Sdl + "extend type Query { a(j: Any): String } scalar Any",
            new Dictionary<(string, string), FieldResolver>
            {
                [("Query", "a")] = context => new(context.Argument<JsonElement>("j").GetRawText()),
            }
        );

        using var response = JsonDocument.Parse(
            await Responses.ExecuteAsync(Responses.Executor(schema), Responses.Request(document, variables: variables))
        );

        Assert.Equal(json, response.RootElement.GetProperty("data").GetProperty("a").GetString());
    }

    [Fact]
    public async Task A_list_a_resolver_changes_is_another_one_each_time()
    {
        var schema = SchemaBuilder.FromSdl("type Query { list(n: [Int!], m: [Int!] = [1]): Int }");
        schema.QueryType.Fields[0].Resolver = context =>
        {
            var (n, m) = ((IList<object?>)context.ArgumentAt(0)!, (IList<object?>)context.ArgumentAt(1)!);
            n.Add(0);
            return new ValueTask<object?>(n.Count * 10 + m.Count);
        };
        var executor = Responses.Executor(schema);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                """{"data":{"list":21}}""",
                await Responses.ExecuteAsync(executor, Responses.Request("{ list(n: 1) }"))
            );
        }
    }

    private static async Task<string> ExecuteAsync(string document, string? variables)
    {
        var schema = SchemaBuilder.FromSdl(Sdl);
        foreach (var field in schema.QueryType.Fields)
        {
            field.Resolver = context => new ValueTask<object?>(
                context.HasArgument(0) ? Show(context.ArgumentAt(0)) : "-"
            );
        }

        return await Responses.ExecuteAsync(
            Responses.Executor(schema),
            Responses.Request(document, variables: variables)
        );
    }

    private static string Show(object? value) =>
        value switch
        {
            null => "null",
            IReadOnlyDictionary<string, object?> map =>
                $"{{{string.Join(',', map.Select(pair => $"{pair.Key}:{Show(pair.Value)}"))}}}",
            IEnumerable<object?> list => $"[{string.Join(',', list.Select(Show))}]",
            _ => value.ToString()!,
        };
}
