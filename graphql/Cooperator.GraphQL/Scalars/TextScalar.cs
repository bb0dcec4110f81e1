using System.Text.Json;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Scalars;

/// <summary>A scalar that travels as a string in one strict format.</summary>
internal abstract class TextScalar<T>(string name) : ScalarType<T>(name)
    where T : notnull
{
    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text
            ? Parse(text.Value)
            : throw new ScalarCoercionException(
                $"{Name} cannot represent a non string value: {LiteralText.Of(literal)}"
            );

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? Parse(value.GetString()!)
            : throw new ScalarCoercionException(
                $"{Name} cannot represent a non string value: {InspectedValue.Of(value)}"
            );

    public override ValueNode? ToLiteral(object value)
    {
        if (value is not T typed)
        {
            return null;
        }

        using var buffer = new JsonBuffer();
        WriteValue(buffer, typed);
        return new StringValueNode(JsonSerializer.Deserialize<string>(buffer.Written)!);
    }

    protected abstract bool TryParse(string text, out T value);

    private object Parse(string text) =>
        TryParse(text, out var value)
            ? value
            : throw new ScalarCoercionException($"{Name} cannot represent value: {InspectedValue.Of(text)}");
}
