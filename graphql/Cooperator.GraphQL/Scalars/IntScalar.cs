using System.Globalization;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary><c>Int</c>, see section 3.5.1 of the specification.</summary>
internal sealed class IntScalar : ScalarType<int>
{
    public IntScalar()
        : base("Int") =>
        Description =
            "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.";

    public override object ParseLiteral(ValueNode literal) =>
        literal is not IntValueNode node
            ? throw new ScalarCoercionException($"Int cannot represent non-integer value: {LiteralText.Of(literal)}")
        : int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ScalarCoercionException($"Int cannot represent non 32-bit signed integer value: {node.Value}");

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number
            ? FromDouble(value.GetDouble())
            : throw new ScalarCoercionException($"Int cannot represent non-integer value: {InspectedValue.Of(value)}");

    public override void WriteValue(JsonBuffer buffer, int value) => buffer.WriteNumber(value);

    public override void Write(JsonBuffer buffer, object value) =>
        buffer.WriteNumber(
            value switch
            {
                int number => number,
                bool flag => flag ? 1 : 0,
                string text => NumberText.Parse(text) is { } number
                    ? FromDouble(number, text)
                    : throw new ScalarCoercionException(
                        $"Int cannot represent non-integer value: {InspectedValue.Of(text)}"
                    ),
                _ => NumberText.ToDouble(value) is { } number
                    ? FromDouble(number)
                    : throw new ScalarCoercionException(
                        $"Int cannot represent non-integer value: {InspectedValue.Of(value)}"
                    ),
            }
        );

    public override ValueNode? ToLiteral(object value) =>
        value is int number ? new IntValueNode(number.ToString(CultureInfo.InvariantCulture)) : null;

    private static int FromDouble(double number, object? shown = null) =>
        !double.IsInteger(number)
            ? throw new ScalarCoercionException(
                $"Int cannot represent non-integer value: {InspectedValue.Of(shown ?? number)}"
            )
        : number is < int.MinValue or > int.MaxValue
            ? throw new ScalarCoercionException(
                $"Int cannot represent non 32-bit signed integer value: {InspectedValue.Of(shown ?? number)}"
            )
        : (int)number;
}
