using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary><c>String</c>, see section 3.5.3 of the specification.</summary>
internal sealed class StringScalar : ScalarType<string>
{
    public StringScalar()
        : base("String") =>
        Description =
            "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.";

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text
            ? text.Value
            : throw new ScalarCoercionException(
                $"String cannot represent a non string value: {LiteralText.Of(literal)}"
            );

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new ScalarCoercionException(
                $"String cannot represent a non string value: {InspectedValue.Of(value)}"
            );

    public override void WriteValue(JsonBuffer buffer, string value) => buffer.WriteString(value);

    public override void Write(JsonBuffer buffer, object value) =>
        buffer.WriteString(
            value switch
            {
                string text => text,
                bool flag => flag ? "true" : "false",
                _ when NumberText.ToDouble(value) is { } number && double.IsFinite(number) => InspectedValue.Of(number),
                _ => throw new ScalarCoercionException($"String cannot represent value: {InspectedValue.Of(value)}"),
            }
        );

    public override ValueNode? ToLiteral(object value) => value is string text ? new StringValueNode(text) : null;
}
