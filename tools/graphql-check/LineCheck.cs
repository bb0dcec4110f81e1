using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cooperator.GraphQL;

namespace Cooperator.GraphQLCheck;

/// <summary>Answers each line of the input with one line, in order.</summary>
internal sealed class LineCheck(Checker checker, TextReader input, Stream answers)
{
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> buffer = new();

    public void Run()
    {
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                Answer(line, number);
            }
        }
    }

    private void Answer(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line, AnyDepth);
            var request = json.RootElement;
            if (request.ValueKind != JsonValueKind.Object)
            {
                Write(id: null, report: null, $"Line {number} is not a JSON object.");
                return;
            }

            var id = JsonText.Property(request, "id");
            if (JsonText.Property(request, "query") is not { ValueKind: JsonValueKind.String } query)
            {
                Write(id, report: null, $"Line {number} has no \"query\" that is a string.");
                return;
            }

            Write(id, checker.Check(JsonText.Of(query)), error: null);
        }
        catch (JsonException exception)
        {
            Write(id: null, report: null, $"Line {number} is not JSON (byte {exception.BytePositionInLine + 1}).");
        }
    }

    private void Write(JsonElement? id, Report? report, string? error)
    {
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            writer.WriteRawValue(id?.GetRawText() ?? "null", skipInputValidation: true);
            writer.WriteBoolean("ok", report?.IsOk ?? false);
            writer.WritePropertyName("parse");
            if (report?.Parse is { } parse)
            {
                WriteError(writer, parse);
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WriteStartArray("validation");
            foreach (var found in report?.Validation ?? [])
            {
                WriteError(writer, found);
            }

            writer.WriteEndArray();
            if (error is not null)
            {
                writer.WriteString("error", error);
            }

            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        answers.Write(buffer.WrittenSpan);
        answers.Flush();
    }

    private static void WriteError(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("message");
        writer.WriteRawValue(JsonText.Quote(error.Message, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        writer.WriteStartArray("locations");
        foreach (var location in error.Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", location.Line);
            writer.WriteNumber("column", location.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
