using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Compares arguments as they are written; the order of arguments and of the fields of input objects does not matter.</summary>
internal static class ArgumentComparison
{
    public static bool AreSame(
        ImmutableArray<ArgumentNode> arguments1,
        ImmutableArray<ArgumentNode> arguments2,
        WorkBudget budget
    )
    {
        if (arguments1.Length != arguments2.Length)
        {
            return false;
        }

        foreach (var argument in arguments1)
        {
            budget.Spend(1);
            if (Find(arguments2, argument.Name.Value) is not { } other || !AreSame(argument.Value, other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of an argument; when it is wrongly given twice, the last.</summary>
    private static ValueNode? Find(ImmutableArray<ArgumentNode> arguments, string name)
    {
        for (var i = arguments.Length - 1; i >= 0; i--)
        {
            if (arguments[i].Name.Value == name)
            {
                return arguments[i].Value;
            }
        }

        return null;
    }

    private static bool AreSame(ValueNode value1, ValueNode value2) =>
        (value1, value2) switch
        {
            (VariableNode a, VariableNode b) => a.Name.Value == b.Name.Value,
            (IntValueNode a, IntValueNode b) => a.Value == b.Value,
            (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
            (StringValueNode a, StringValueNode b) => a.Value == b.Value && a.IsBlock == b.IsBlock,
            (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
            (NullValueNode, NullValueNode) => true,
            (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
            (ListValueNode a, ListValueNode b) => AreSame(a.Values, b.Values),
            (ObjectValueNode a, ObjectValueNode b) => AreSame(a.Fields, b.Fields),
            _ => false,
        };

    private static bool AreSame(ImmutableArray<ValueNode> values1, ImmutableArray<ValueNode> values2)
    {
        if (values1.Length != values2.Length)
        {
            return false;
        }

        for (var i = 0; i < values1.Length; i++)
        {
            if (!AreSame(values1[i], values2[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(ImmutableArray<ObjectFieldNode> fields1, ImmutableArray<ObjectFieldNode> fields2)
    {
        if (fields1.Length != fields2.Length)
        {
            return false;
        }

        if (fields1.Length > 1)
        {
            fields1 = ByName(fields1);
            fields2 = ByName(fields2);
        }

        for (var i = 0; i < fields1.Length; i++)
        {
            if (fields1[i].Name.Value != fields2[i].Name.Value || !AreSame(fields1[i].Value, fields2[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    // Fields of one name, which another rule refuses, stay in their order.
    private static ImmutableArray<ObjectFieldNode> ByName(ImmutableArray<ObjectFieldNode> fields) =>
        [.. fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal)];
}
