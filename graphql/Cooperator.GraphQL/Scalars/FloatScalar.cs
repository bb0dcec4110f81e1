using System.Globalization;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary><c>Float</c>, see section 3.5.2 of the specification.</summary>
internal sealed class FloatScalar : ScalarType<double>
{
    public FloatScalar()
        : base("Float") =>
        Description =
            "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).";

    public override object ParseLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode node => node.Value,
            FloatValueNode node => node.Value,
            _ => null,
        };
        return text is not null && NumberText.Parse(text) is { } number
            ? number
            : throw new ScalarCoercionException($"Float cannot represent non numeric value: {LiteralText.Of(literal)}");
    }

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new ScalarCoercionException(
                $"Float cannot represent non numeric value: {InspectedValue.Of(value)}"
            );

    public override void WriteValue(JsonBuffer buffer, double value) =>
        buffer.WriteNumber(
            double.IsFinite(value)
                ? value
                : throw new ScalarCoercionException(
                    $"Float cannot represent non numeric value: {InspectedValue.Of(value)}"
                )
        );

    public override void Write(JsonBuffer buffer, object value)
    {
        if (value is float single && float.IsFinite(single))
        {
            // As a double it would have digits that it never had.
            buffer.WriteNumber(single);
            return;
        }

        WriteValue(
            buffer,
            value switch
            {
                double number => number,
                bool flag => flag ? 1 : 0,
                string text when NumberText.Parse(text) is { } number => number,
                _ => NumberText.ToDouble(value)
                    ?? throw new ScalarCoercionException(
                        $"Float cannot represent non numeric value: {InspectedValue.Of(value)}"
                    ),
            }
        );
    }

    public override ValueNode? ToLiteral(object value) =>
        value is not double number ? null
        : double.IsInteger(number) && Math.Abs(number) < 1e15
            ? new IntValueNode(number.ToString("0", CultureInfo.InvariantCulture))
        : new FloatValueNode(InspectedValue.Of(number));
}
