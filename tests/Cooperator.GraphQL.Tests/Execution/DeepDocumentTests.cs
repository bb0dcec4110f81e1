using System.Text.Json;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Tests.Building;
using Cooperator.GraphQL.Tests.Validation;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>However deep a document is, it is read, checked, printed and executed, or refused: the stack of a thread is never used up.</summary>
public sealed class DeepDocumentTests
{
    // Less than the threads of a server have.
    private const int SmallStack = 1024 * 1024;

    private const int HugeStack = 256 * 1024 * 1024;

    [Theory]
    [InlineData("{a{", "}")]
    [InlineData("{a(b:[", "])}")]
    [InlineData("{a(b:{c:", "})}")]
    [InlineData("{...{", "}}")]
    [InlineData("query($a:[", "]){b}")]
    [InlineData("type T{a:[", "Int]}")]
    [InlineData("{a(b:\"\"\"", "")]
    public void A_text_of_a_million_brackets_is_refused(string open, string close)
    {
        var (head, bracket) = (open[..^1], open[^1]);
        var text = head + new string(bracket, 1_000_000) + close;

        var error = Assert.Throws<GraphQLException>(() =>
            Parser.Parse(text, new ParserOptions { MaxTokens = int.MaxValue })
        );

        Assert.Single(Assert.Single(error.Errors).Locations);
    }

    [Theory]
    [InlineData("relatives { ", "name", " }")]
    [InlineData("... { relatives { ", "name", " } }")]
    [InlineData("... on Human { ", "name", " }")]
    public void What_may_be_read_may_be_checked_printed_and_executed_on_a_small_stack(
        string open,
        string inner,
        string close
    ) =>
        OnSmallStack(() =>
        {
            var depth = 250 / open.Count(character => character == '{');
            var text = "{ human { " + Repeat(open, depth) + inner + Repeat(close, depth) + " } }";
            var document = Parser.Parse(text);

            Assert.Equal(document.ToString(), Parser.Parse(document.ToString()).ToString());
            Assert.Empty(Validator().ValidateRules(document));
            Execute(PetServer(), text);
        });

    [Fact]
    public void Chains_of_fragments_are_checked_and_executed_or_refused_on_a_small_stack() =>
        OnSmallStack(() =>
        {
            foreach (var step in (string[])["...F{0}", "relatives { ...F{0} }", "... { ... { ...F{0} } } name"])
            {
                Execute(PetServer(), "{ human { ...F0 } } " + Chain("Human", step, "name", 1_000));
            }
        });

    [Fact]
    public async Task Introspection_through_a_chain_of_fragments_does_not_use_up_the_stack()
    {
        await using var server = TestServer.Of(typeof(ShelfOfOneQueries));
        var text = "{ __type(name: \"Query\") { ...F0 } } " + Chain("__Type", "ofType { ...F{0} }", "name", 1_000);

        OnSmallStack(() => server.ExecuteAsync(text).GetAwaiter().GetResult());
    }

    // So deep that the small stack is too small whatever the compiler makes of a frame.
    [Fact]
    public void A_document_that_is_read_with_higher_limits_is_refused_by_the_checks_and_not_the_end_of_the_process()
    {
        const int Depth = 50_000;
        var limits = new ParserOptions { MaxTokens = int.MaxValue, MaxNesting = 2 * Depth };
        var text = "{ human " + Repeat("{ relatives ", Depth) + Repeat("}", Depth) + " }";
        DocumentNode? document = null;

        OnStack(HugeStack, () => document = Parser.Parse(text, limits));

        OnSmallStack(() =>
            Assert.Equal("Validation aborted.", Assert.Single(Validator().ValidateRules(document!)).Message)
        );
    }

    [Fact]
    public void A_deep_literal_of_a_custom_scalar_is_read()
    {
        var text = "{ complicatedArgs { anythingArgField(anythingArg: " + Repeat("[", 200) + Repeat("]", 200) + ") } }";

        Assert.Empty(Validator().ValidateRules(Parser.Parse(text)));
    }

    [Theory]
    [InlineData("i: ", "{ inner: ", "$v", " }", 240 + 50 + 1)]
    [InlineData("i: ", "{ all: [", "$v", "] }", 120 + 50 + 1)]
    [InlineData("j: ", "[", "$v", "]", 240 + 50 + 1)]
    [InlineData("j: ", "{ inner: ", "$v", " }", 240 + 50 + 1)]
    public async Task Literals_with_variables_in_their_depth_are_read_on_a_small_stack(
        string argument,
        string open,
        string inner,
        string close,
        int depth
    )
    {
        await using var server = TestServer.Of(typeof(NestedQueries));
        var times = depth - 51;
        var document =
            $"query ($v: NestedInput!) {{ depth({argument}{Repeat(open, times)}{inner}{Repeat(close, times)}) }}";
        var variables = JsonElement.Parse($$"""{"v":{{Repeat("""{"inner":""", 50)}}{}{{Repeat("}", 50)}}}""");

        OnSmallStack(() =>
            Assert.Equal(
                $$$"""{"data":{"depth":{{{depth}}}}}""",
                server.ExecuteAsync(document, variables).GetAwaiter().GetResult()
            )
        );
    }

    [Fact]
    public void A_variable_of_a_deep_type_is_read_on_a_small_stack() =>
        OnSmallStack(() =>
        {
            var schema = SchemaBuilder.FromSdl("type Query { a: Int }");
            var document = $"query ($l: {Repeat("[", 250)}Int{Repeat("]", 250)}) {{ a }}";

            foreach (var value in (string[])["1", "\"x\"", Repeat("[", 60) + Repeat("]", 60)])
            {
                Responses
                    .ExecuteAsync(
                        Responses.Executor(schema),
                        Responses.Request(document, variables: $"{{\"l\":{value}}}")
                    )
                    .GetAwaiter()
                    .GetResult();
            }
        });

    private static string Chain(string type, string step, string end, int length) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, length)
                .Select(i =>
                    $"fragment F{i} on {type} {{ {step.Replace("{0}", $"{i + 1}", StringComparison.Ordinal)} }}"
                )
        ) + $" fragment F{length} on {type} {{ {end} }}";

    private static DocumentValidator Validator() => new(SchemaBuilder.FromSdl(PetSchema.Sdl));

    private static RequestExecutor PetServer()
    {
        var schema = SchemaBuilder.FromSdl(PetSchema.Sdl);
        var validator = new DocumentValidator(schema, new ValidationOptions { MaxDepth = 0 });
        return new RequestExecutor(
            schema,
            new GraphQLOptions { MaxCost = 0 },
            (_, document) => validator.Validate(document),
            middleware: []
        );
    }

    private static void Execute(RequestExecutor executor, string text)
    {
        var response = Responses.ExecuteAsync(executor, Responses.Request(text)).GetAwaiter().GetResult();
        Assert.NotEmpty(response);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static void OnSmallStack(Action action) => OnStack(SmallStack, action);

    private static void OnStack(int bytes, Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            bytes
        );
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            throw new InvalidOperationException($"Failed on a stack of {bytes:N0} bytes.", failure);
        }
    }
}

internal sealed record Nested(Nested? Inner = null, IReadOnlyList<Nested>? All = null);

[QueryType]
internal static class NestedQueries
{
    public static int Depth(Nested? i, JsonElement? j)
    {
        var depth = 0;
        for (; i is not null; depth++)
        {
            i = i.Inner ?? i.All?[0];
        }

        for (var value = j; value is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } step; depth++)
        {
            value =
                step.ValueKind == JsonValueKind.Array ? step[0]
                : step.TryGetProperty("inner", out var inner) ? inner
                : null;
        }

        return depth;
    }
}

[QueryType]
internal static class ShelfOfOneQueries
{
    public static string Title() => "Utopia";
}
