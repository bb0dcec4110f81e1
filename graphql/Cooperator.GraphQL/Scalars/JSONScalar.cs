using System.Runtime.InteropServices;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary>Any JSON value.</summary>
internal sealed class JSONScalar : ScalarType<JsonElement>
{
    // How deep a literal may be nested is the parser's affair.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    public JSONScalar()
        : base("JSON")
    {
        Description = "Any JSON value.";
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc8259";
    }

    public override object ParseLiteral(ValueNode literal)
    {
        using var buffer = new JsonBuffer();
        JsonLiterals.Write(buffer, literal);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, AnyDepth);
        return document.RootElement.Clone();
    }

    public override object ParseValue(JsonElement value) => value.Clone();

    public override void WriteValue(JsonBuffer buffer, JsonElement value) =>
        buffer.WriteRaw(JsonMarshal.GetRawUtf8Value(value));

    public override ValueNode? ToLiteral(object value) =>
        value is JsonElement element ? JsonLiterals.Of(element) : null;
}
