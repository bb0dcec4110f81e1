using System.Text;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Scalars;

/// <summary>Between GraphQL literals and JSON.</summary>
internal static class JsonLiterals
{
    public static void Write(JsonBuffer buffer, ValueNode literal)
    {
        switch (literal)
        {
            case IntValueNode number:
                buffer.WriteRaw(Encoding.UTF8.GetBytes(number.Value));
                break;
            case FloatValueNode number:
                buffer.WriteRaw(Encoding.UTF8.GetBytes(number.Value));
                break;
            case StringValueNode text:
                buffer.WriteString(text.Value);
                break;
            case EnumValueNode name:
                buffer.WriteString(name.Value);
                break;
            case BooleanValueNode flag:
                buffer.WriteBoolean(flag.Value);
                break;
            case ListValueNode list:
                WriteList(buffer, list);
                break;
            case ObjectValueNode map:
                WriteMap(buffer, map);
                break;
            default:
                buffer.WriteNull();
                break;
        }
    }

    public static ValueNode Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => new StringValueNode(element.GetString()!),
            JsonValueKind.Number when element.GetRawText() is var text && text.AsSpan().ContainsAny('.', 'e', 'E') =>
                new FloatValueNode(text),
            JsonValueKind.Number => new IntValueNode(element.GetRawText()),
            JsonValueKind.True => new BooleanValueNode(true),
            JsonValueKind.False => new BooleanValueNode(false),
            JsonValueKind.Array => new ListValueNode([.. element.EnumerateArray().Select(Of)]),
            JsonValueKind.Object => new ObjectValueNode([
                .. element
                    .EnumerateObject()
                    .Select(property => new ObjectFieldNode(new NameNode(property.Name), Of(property.Value))),
            ]),
            _ => new NullValueNode(),
        };

    private static void WriteList(JsonBuffer buffer, ListValueNode list)
    {
        buffer.WriteByte((byte)'[');
        for (var index = 0; index < list.Values.Length; index++)
        {
            if (index > 0)
            {
                buffer.WriteByte((byte)',');
            }

            Write(buffer, list.Values[index]);
        }

        buffer.WriteByte((byte)']');
    }

    private static void WriteMap(JsonBuffer buffer, ObjectValueNode map)
    {
        buffer.WriteByte((byte)'{');
        for (var index = 0; index < map.Fields.Length; index++)
        {
            if (index > 0)
            {
                buffer.WriteByte((byte)',');
            }

            buffer.WriteString(map.Fields[index].Name.Value);
            buffer.WriteByte((byte)':');
            Write(buffer, map.Fields[index].Value);
        }

        buffer.WriteByte((byte)'}');
    }
}
