using System.Collections;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary>A scalar of an SDL that no C# type stands for: every value passes as JSON.</summary>
internal sealed class AnyScalar(string name) : ScalarType(name, typeof(object))
{
    public override object? ParseLiteral(ValueNode literal) => BuiltInScalars.JSON.ParseLiteral(literal);

    public override object? ParseValue(JsonElement value) => BuiltInScalars.JSON.ParseValue(value);

    public override void Write(JsonBuffer buffer, object value)
    {
        switch (value)
        {
            case JsonElement element:
                BuiltInScalars.JSON.WriteValue(buffer, element);
                break;
            case string text:
                buffer.WriteString(text);
                break;
            case bool flag:
                buffer.WriteBoolean(flag);
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(buffer, map);
                break;
            case IEnumerable list:
                WriteList(buffer, list);
                break;
            default:
                BuiltInScalars.Float.Write(buffer, value);
                break;
        }
    }

    public override ValueNode? ToLiteral(object value) => BuiltInScalars.JSON.ToLiteral(value);

    private void WriteMap(JsonBuffer buffer, IReadOnlyDictionary<string, object?> map)
    {
        var separator = (byte)'{';
        foreach (var (key, item) in map)
        {
            buffer.WriteByte(separator);
            buffer.WriteString(key);
            buffer.WriteByte((byte)':');
            WriteItem(buffer, item);
            separator = (byte)',';
        }

        buffer.WriteRaw(separator == (byte)'{' ? "{}"u8 : "}"u8);
    }

    private void WriteList(JsonBuffer buffer, IEnumerable list)
    {
        var separator = (byte)'[';
        foreach (var item in list)
        {
            buffer.WriteByte(separator);
            WriteItem(buffer, item);
            separator = (byte)',';
        }

        buffer.WriteRaw(separator == (byte)'[' ? "[]"u8 : "]"u8);
    }

    private void WriteItem(JsonBuffer buffer, object? item)
    {
        if (item is null)
        {
            buffer.WriteNull();
        }
        else
        {
            Write(buffer, item);
        }
    }
}
