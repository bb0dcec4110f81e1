using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Building;

/// <summary>Scalars that a host brings.</summary>
public sealed class OwnScalarTests
{
    [Fact]
    public async Task A_scalar_of_ones_own_is_described_read_and_written()
    {
        await using var server = TestServer.Of(
            builder => builder.AddScalar(new MarkScalar(), typeof(Mark)),
            typeof(Marks)
        );

        Assert.Contains(
            "\"\"\"A mark, such as `A1`.\"\"\"\nscalar Mark @specifiedBy(url: \"https://example.org/marks\")\n",
            server.Sdl,
            StringComparison.Ordinal
        );
        Assert.Equal(
            """{"literal":"A1","variable":"B2","unsaid":"Z9"}""",
            (
                await server.QueryAsync(
                    "query ($mark: Mark!) { literal: echo(mark: \"A1\") variable: echo(mark: $mark) unsaid: echo }",
                    new { mark = "B2" }
                )
            ).ToJsonString()
        );
        Assert.Contains(
            "Mark cannot represent value: \\\"?\\\"",
            await server.ExecuteAsync("{ echo(mark: \"?\") }"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_scalar_of_ones_own_goes_before_the_built_in_one()
    {
        await using var server = TestServer.Of(
            builder => builder.AddScalar(new MarkScalar(), typeof(Guid)),
            typeof(Guids)
        );

        Assert.Contains("  id: Mark!\n", server.Sdl, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_scalars_of_one_name_are_told()
    {
        var server = TestServer.Of(
            builder => builder.AddScalar(new MarkScalar(), typeof(Mark)).AddScalar(new MarkScalar(), typeof(Sign)),
            typeof(Marks),
            typeof(Signs)
        );

        var fault = Assert.Single(Assert.Throws<SchemaException>(() => server.Schema).Faults);

        Assert.StartsWith(
            "Signs.GetSign: There can be only one type named \"Mark\": both ",
            fault,
            StringComparison.Ordinal
        );
    }

    public sealed record Mark(string Text);

    public sealed record Sign(string Text);

    [GraphQLDescription("A mark, such as `A1`.")]
    public sealed class MarkScalar : ScalarType<Mark>
    {
        public MarkScalar()
            : base("Mark") => SpecifiedByUrl = "https://example.org/marks";

        public override object? ParseLiteral(ValueNode literal) =>
            literal is StringValueNode text ? Parse(text.Value) : throw Wrong(literal.ToString()!);

        public override object? ParseValue(JsonElement value) =>
            value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!) : throw Wrong(value.GetRawText());

        public override void WriteValue(JsonBuffer buffer, Mark value) => buffer.WriteString(value.Text);

        public override ValueNode? ToLiteral(object value) => null;

        private static Mark Parse(string text) =>
            char.IsLetter(text.FirstOrDefault()) ? new Mark(text) : throw Wrong($"\"{text}\"");

        private static ScalarCoercionException Wrong(string text) => new($"Mark cannot represent value: {text}");
    }

    [QueryType]
    public static class Marks
    {
        public static Mark GetEcho(Mark? mark) => mark ?? new Mark("Z9");
    }

    [QueryType]
    public static class Signs
    {
        public static Sign GetSign() => new("");
    }

    [QueryType]
    public static class Guids
    {
        public static Guid GetId() => Guid.Empty;
    }
}
