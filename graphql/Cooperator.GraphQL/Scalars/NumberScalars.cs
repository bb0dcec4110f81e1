using System.Globalization;
using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary>A whole number of 64 bits.</summary>
internal sealed class LongScalar : ScalarType<long>
{
    public LongScalar()
        : base("Long") =>
        Description =
            "A whole number between -(2^63) and 2^63 - 1. Beyond 2^53 a client needs a JSON reader that keeps every digit.";

    public override object ParseLiteral(ValueNode literal) =>
        literal is IntValueNode node
        && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ScalarCoercionException($"Long cannot represent value: {LiteralText.Of(literal)}");

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw new ScalarCoercionException($"Long cannot represent value: {InspectedValue.Of(value)}");

    public override void WriteValue(JsonBuffer buffer, long value) => buffer.WriteNumber(value);

    public override void Write(JsonBuffer buffer, object value) =>
        base.Write(buffer, value is uint number ? (long)number : value);

    public override ValueNode? ToLiteral(object value) =>
        value is long number ? new IntValueNode(number.ToString(CultureInfo.InvariantCulture)) : null;
}

/// <summary>A decimal number that keeps its digits.</summary>
internal sealed class DecimalScalar : ScalarType<decimal>
{
    public DecimalScalar()
        : base("Decimal") => Description = "A decimal number of up to 28 digits, kept without rounding.";

    public override object ParseLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode node => node.Value,
            FloatValueNode node => node.Value,
            _ => null,
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ScalarCoercionException($"Decimal cannot represent value: {LiteralText.Of(literal)}");
    }

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : throw new ScalarCoercionException($"Decimal cannot represent value: {InspectedValue.Of(value)}");

    public override void WriteValue(JsonBuffer buffer, decimal value) => buffer.WriteNumber(value);

    public override ValueNode? ToLiteral(object value) =>
        value is decimal number ? new FloatValueNode(number.ToString(CultureInfo.InvariantCulture)) : null;
}
