using System.Text.Json;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Scalars;

namespace Cooperator.GraphQL.Types;

/// <summary>Writes a valid JSON value of a type as a literal of that type.</summary>
internal static class JsonInputLiteral
{
    public static ValueNode Of(GraphQLType type, JsonElement value) =>
        (type.Nullable, value.ValueKind) switch
        {
            (ListType list, JsonValueKind.Array) => new ListValueNode([
                .. value.EnumerateArray().Select(item => Of(list.ItemType, item)),
            ]),
            (ListType list, not JsonValueKind.Null) => Of(list.ItemType, value),
            (InputObjectType map, JsonValueKind.Object) => new ObjectValueNode([.. FieldsOf(map, value)]),
            (EnumType, JsonValueKind.String) => new EnumValueNode(value.GetString()!),
            _ => JsonLiterals.Of(value),
        };

    // In the order of the definition, as the reference implementation has it.
    private static IEnumerable<ObjectFieldNode> FieldsOf(InputObjectType type, JsonElement value)
    {
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var given))
            {
                yield return new ObjectFieldNode(new NameNode(field.Name), Of(field.Type, given));
            }
        }
    }
}
