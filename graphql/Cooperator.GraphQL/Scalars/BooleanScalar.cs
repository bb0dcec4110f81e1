using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary><c>Boolean</c>, see section 3.5.4 of the specification.</summary>
internal sealed class BooleanScalar : ScalarType<bool>
{
    public BooleanScalar()
        : base("Boolean") => Description = "The `Boolean` scalar type represents `true` or `false`.";

    public override object ParseLiteral(ValueNode literal) =>
        literal is BooleanValueNode flag
            ? flag.Value
            : throw new ScalarCoercionException(
                $"Boolean cannot represent a non boolean value: {LiteralText.Of(literal)}"
            );

    public override object ParseValue(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new ScalarCoercionException(
                $"Boolean cannot represent a non boolean value: {InspectedValue.Of(value)}"
            ),
        };

    public override void WriteValue(JsonBuffer buffer, bool value) => buffer.WriteBoolean(value);

    public override void Write(JsonBuffer buffer, object value) =>
        buffer.WriteBoolean(
            value switch
            {
                bool flag => flag,
                _ when NumberText.ToDouble(value) is { } number && double.IsFinite(number) => number != 0,
                _ => throw new ScalarCoercionException(
                    $"Boolean cannot represent a non boolean value: {InspectedValue.Of(value)}"
                ),
            }
        );

    public override ValueNode? ToLiteral(object value) => value is bool flag ? new BooleanValueNode(flag) : null;
}
