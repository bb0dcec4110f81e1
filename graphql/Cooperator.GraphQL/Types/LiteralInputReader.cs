using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Types;

/// <summary>Reads literals as canonical values; says only whether that works.</summary>
internal readonly struct LiteralInputReader(IReadOnlyDictionary<string, object?>? variables)
{
    public bool TryRead(GraphQLType type, ValueNode literal, out object? canonical)
    {
        if (literal is VariableNode variable)
        {
            // Validation made sure that the variable's type fits here, so its canonical value does.
            return TryReadVariable(variable, out canonical) && (canonical is not null || type is not NonNullType);
        }

        if (literal is NullValueNode)
        {
            canonical = null;
            return type is not NonNullType;
        }

        return type.Nullable switch
        {
            ListType list => TryReadList(list, literal, out canonical),
            InputObjectType inputObject => TryReadObject(inputObject, literal, out canonical),
            EnumType enumType => TryReadEnum(enumType, literal, out canonical),
            var scalar => TryReadScalar((ScalarType)scalar, literal, out canonical),
        };
    }

    private bool TryReadVariable(VariableNode variable, out object? canonical)
    {
        canonical = null;
        return variables is not null && variables.TryGetValue(variable.Name.Value, out canonical);
    }

    private bool TryReadList(ListType type, ValueNode literal, out object? canonical)
    {
        canonical = null;
        if (literal is not ListValueNode list)
        {
            if (!TryRead(type.ItemType, literal, out var single))
            {
                return false;
            }

            canonical = new List<object?> { single };
            return true;
        }

        var items = new List<object?>(list.Values.Length);
        foreach (var node in list.Values)
        {
            if (TryRead(type.ItemType, node, out var item))
            {
                items.Add(item);
            }
            else if (node is VariableNode && type.ItemType is not NonNullType)
            {
                // A variable without value is null inside a list.
                items.Add(null);
            }
            else
            {
                return false;
            }
        }

        canonical = items;
        return true;
    }

    private bool TryReadObject(InputObjectType type, ValueNode literal, out object? canonical)
    {
        canonical = null;
        if (literal is not ObjectValueNode node)
        {
            return false;
        }

        var result = new Dictionary<string, object?>(type.Fields.Count, StringComparer.Ordinal);
        var known = 0;
        foreach (var field in type.Fields)
        {
            var given = FindField(node, field.Name);
            known += given is null ? 0 : 1;
            if (given is null || (given is VariableNode variable && !TryReadVariable(variable, out _)))
            {
                if (field.IsRequired)
                {
                    return false;
                }

                if (field.DefaultValue is not null)
                {
                    result[field.Name] = field.CanonicalDefault;
                }
            }
            else if (TryRead(field.Type, given, out var value))
            {
                result[field.Name] = value;
            }
            else
            {
                return false;
            }
        }

        canonical = result;
        return known == node.Fields.Length
            && (!type.IsOneOf || (known == 1 && result is { Count: 1 } && !result.ContainsValue(null)));
    }

    private static ValueNode? FindField(ObjectValueNode node, string name)
    {
        foreach (var field in node.Fields)
        {
            if (field.Name.Value == name)
            {
                return field.Value;
            }
        }

        return null;
    }

    private static bool TryReadEnum(EnumType type, ValueNode literal, out object? canonical)
    {
        canonical = literal is EnumValueNode name ? type.Values.Find(name.Value)?.Value : null;
        return canonical is not null;
    }

    private bool TryReadScalar(ScalarType type, ValueNode literal, out object? canonical)
    {
        try
        {
            canonical = type.ParseLiteral(VariableReplacement.In(literal, type, variables));
            return true;
        }
        catch (ScalarCoercionException)
        {
            // Validation has told the client why; here it only counts that there is no value.
            canonical = null;
            return false;
        }
    }
}
