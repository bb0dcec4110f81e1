using System.Collections;
using System.Text.Json;

namespace Cooperator.GraphQL.Execution;

/// <summary>Writes what middlewares and filters put into extensions.</summary>
internal static class ObjectJson
{
    public static void Write(JsonBuffer buffer, object? value)
    {
        switch (value)
        {
            case null:
                buffer.WriteNull();
                break;
            case string text:
                buffer.WriteString(text);
                break;
            case bool flag:
                buffer.WriteBoolean(flag);
                break;
            case int number:
                buffer.WriteNumber(number);
                break;
            case long number:
                buffer.WriteNumber(number);
                break;
            case double number when double.IsFinite(number):
                buffer.WriteNumber(number);
                break;
            case Guid id:
                buffer.WriteString(id);
                break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                WriteMap(buffer, map);
                break;
            case IEnumerable list and not IDictionary:
                WriteList(buffer, list);
                break;
            default:
                // Dates, enums, whatever else: rare enough not to be optimised.
                buffer.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(value));
                break;
        }
    }

    private static void WriteMap(JsonBuffer buffer, IEnumerable<KeyValuePair<string, object?>> map)
    {
        buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var (key, value) in map)
        {
            if (!isFirst)
            {
                buffer.WriteByte((byte)',');
            }

            isFirst = false;
            buffer.WriteString(key);
            buffer.WriteByte((byte)':');
            Write(buffer, value);
        }

        buffer.WriteByte((byte)'}');
    }

    private static void WriteList(JsonBuffer buffer, IEnumerable list)
    {
        buffer.WriteByte((byte)'[');
        var isFirst = true;
        foreach (var item in list)
        {
            if (!isFirst)
            {
                buffer.WriteByte((byte)',');
            }

            isFirst = false;
            Write(buffer, item);
        }

        buffer.WriteByte((byte)']');
    }
}
