using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Writes values of scalars and enums.</summary>
internal static class LeafOutput
{
    /// <exception cref="ScalarCoercionException">The value is not of that type.</exception>
    public static void Write(JsonBuffer buffer, GraphQLType type, object value)
    {
        if (type is ScalarType scalar)
        {
            scalar.Write(buffer, value);
            return;
        }

        var enumType = (EnumType)type;
        var found =
            enumType.FindByValue(value)
            ?? throw new ScalarCoercionException(
                $"Enum \"{enumType}\" cannot represent value: {InspectedValue.Of(value)}"
            );
        buffer.WriteRaw(found.Json.Span);
    }
}
