using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>A literal as it is written, for messages and for introspection's default values.</summary>
internal static class LiteralText
{
    public static string Of(ValueNode literal) =>
        literal switch
        {
            VariableNode variable => $"${variable.Name.Value}",
            IntValueNode number => number.Value,
            FloatValueNode number => number.Value,
            StringValueNode text => InspectedValue.Of(text.Value),
            BooleanValueNode flag => flag.Value ? "true" : "false",
            EnumValueNode name => name.Value,
            ListValueNode list => $"[{string.Join(", ", list.Values.Select(Of))}]",
            ObjectValueNode { Fields.Length: 0 } => "{}",
            ObjectValueNode map =>
                $"{{ {string.Join(", ", map.Fields.Select(field => $"{field.Name.Value}: {Of(field.Value)}"))} }}",
            _ => "null",
        };
}
