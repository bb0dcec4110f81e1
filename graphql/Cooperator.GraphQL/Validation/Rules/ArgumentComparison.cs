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
            var other = arguments2.LastOrDefault(candidate => candidate.Name.Value == argument.Name.Value);
            if (other is null || !AreSame(argument.Value, other.Value))
            {
                return false;
            }
        }

        return true;
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

    private static bool AreSame(ImmutableArray<ObjectFieldNode> fields1, ImmutableArray<ObjectFieldNode> fields2) =>
        fields1.Length == fields2.Length
        && Sorted(fields1)
            .Zip(Sorted(fields2))
            .All(pair =>
                pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value)
            );

    private static IEnumerable<ObjectFieldNode> Sorted(ImmutableArray<ObjectFieldNode> fields) =>
        fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
