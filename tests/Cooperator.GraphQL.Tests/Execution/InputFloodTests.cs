using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>What is wrong in a large input is told in little memory: nothing is looked for that will not be told.</summary>
public sealed class InputFloodTests
{
    private const long FewMegabytes = 16 * 1024 * 1024;

    // What is shown of the value, and the message around it.
    private const int LongestMessage = 4_600;

    private static readonly Schema Schema = SchemaBuilder.FromSdl(
        "type Query { a(i: In): Int } input In { a: Int inner: In }"
    );

    [Fact]
    public async Task Thousands_of_unknown_fields_of_a_variable()
    {
        var result = await ExecuteAsync($"{{{Fields(20_000, name => $"\"{name}\":0")}}}");

        Assert.Equal(51, result.Errors.Count);
        Assert.Equal(
            "Too many errors processing variables, error limit reached. Execution aborted.",
            result.Errors[^1].Message
        );
        Assert.StartsWith(
            "Variable \"$i\" has invalid value: Expected value of type \"In\" not to include unknown field \"z0\", found: { z0: 0, z1: 0,",
            result.Errors[0].Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Unknown_fields_beside_a_long_text()
    {
        var result = await ExecuteAsync(
            $"{{\"s\":\"{new string('s', 1_000_000)}\",{Fields(3_000, name => $"\"{name}\":0")}}}"
        );

        Assert.Equal(51, result.Errors.Count);
        Assert.EndsWith("sss….", result.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_fields_at_each_level_of_a_nested_value()
    {
        var text = new string('s', 500_000);
        var value = $"{{\"z\":\"{text}\"}}";
        for (var level = 0; level < 50; level++)
        {
            value = $"{{\"z\":[0],\"inner\":{value}}}";
        }

        Assert.Equal(51, (await ExecuteAsync(value)).Errors.Count);
    }

    [Fact]
    public void Unknown_fields_of_a_literal_beside_a_long_text()
    {
        var errors = Validate($"{{ s: \"{new string('s', 1_000_000)}\", {Fields(3_000, name => $"{name}: 0")} }}");

        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1].Message);
        Assert.EndsWith("sss….", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_at_each_level_of_a_nested_literal()
    {
        var value = $"{{ z: \"{new string('s', 500_000)}\" }}";
        for (var level = 0; level < 90; level++)
        {
            value = $"{{ z: 0, inner: {value} }}";
        }

        Assert.Equal(91, Validate(value).Count);
    }

    private static async Task<OperationResult> ExecuteAsync(string value)
    {
        var executor = Responses.Executor(Schema);
        var request = Responses.Request("query ($i: In) { a(i: $i) }", variables: $"{{\"i\":{value}}}");
        // What is compiled once does not count.
        await executor.ExecuteAsync(
            Responses.Request("query ($i: In) { a(i: $i) }", variables: "{\"i\":{\"z\":[\"s\"]}}")
        );

        var before = GC.GetAllocatedBytesForCurrentThread();
        var executing = executor.ExecuteAsync(request);
        Assert.True(executing.IsCompletedSuccessfully);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, FewMegabytes);

        var result = Assert.IsType<OperationResult>(await executing);
        Assert.All(result.Errors, error => Assert.InRange(error.Message.Length, 0, LongestMessage));
        return result;
    }

    private static IReadOnlyList<GraphQLError> Validate(string literal)
    {
        var validator = new DocumentValidator(Schema);
        validator.Validate(Parser.Parse("{ a(i: { z: 0 }) }"));
        var document = Parser.Parse($"{{ a(i: {literal}) }}");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var errors = validator.Validate(document);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, FewMegabytes);
        Assert.All(errors, error => Assert.InRange(error.Message.Length, 0, LongestMessage));
        return errors;
    }

    private static string Fields(int count, Func<string, string> write) =>
        string.Join(',', Enumerable.Range(0, count).Select(number => write($"z{number}")));
}
