using System.Globalization;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary><c>ID</c>, see section 3.5.5 of the specification.</summary>
internal sealed class IDScalar : ScalarType<string>
{
    public IDScalar()
        : base("ID") =>
        Description =
            "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.";

    public override object ParseLiteral(ValueNode literal) =>
        literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Value,
            _ => throw new ScalarCoercionException(
                $"ID cannot represent a non-string and non-integer value: {LiteralText.Of(literal)}"
            ),
        };

    public override object ParseValue(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number when IsWhole(value.GetDouble()) => Whole(value),
            _ => throw new ScalarCoercionException($"ID cannot represent value: {InspectedValue.Of(value)}"),
        };

    public override void WriteValue(JsonBuffer buffer, string value) => buffer.WriteString(value);

    public override void Write(JsonBuffer buffer, object value)
    {
        switch (value)
        {
            case string text:
                buffer.WriteString(text);
                break;
            case Guid id:
                buffer.WriteString(id);
                break;
            case int or long or short or byte or sbyte or ushort or uint or ulong:
                buffer.WriteString(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            default:
                buffer.WriteString(
                    NumberText.ToDouble(value) is { } number && IsWhole(number)
                        ? InspectedValue.Of(number)
                        : throw new ScalarCoercionException($"ID cannot represent value: {InspectedValue.Of(value)}")
                );
                break;
        }
    }

    public override ValueNode? ToLiteral(object value) => value is string text ? new StringValueNode(text) : null;

    private static bool IsWhole(double number) => double.IsInteger(number);

    private static string Whole(JsonElement value) =>
        value.TryGetInt64(out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : InspectedValue.Of(value.GetDouble());
}
