using System.Globalization;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;
using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>
/// What an operation costs at most, before it runs. A field costs its <see cref="FieldDefinition.Cost"/>; when that is not given, 0 for a plain property and
/// 1 for a resolver. Each object it yields costs 1 and what is selected of it. A list yields as many as its slicing argument says, or its
/// <see cref="ListSize.AssumedSize"/> when that is not given or is a variable; a list nothing is known about counts as 10. Introspection is free: it has a limit
/// of its own.
/// </summary>
public sealed class OperationCost
{
    private const int UnknownListSize = 10;

    private readonly Schema _schema;
    private readonly Func<string, FragmentDefinitionNode?> _findFragment;
    private readonly Dictionary<(FragmentDefinitionNode, Sizing), double> _fragments = [];

    internal OperationCost(Schema schema, Func<string, FragmentDefinitionNode?> findFragment)
    {
        _schema = schema;
        _findFragment = findFragment;
    }

    /// <summary>The cost of <paramref name="operation"/>, which must belong to the valid <paramref name="document"/>.</summary>
    public static double Of(Schema schema, DocumentNode document, OperationDefinitionNode operation)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(operation);
        var fragments = document
            .Definitions.OfType<FragmentDefinitionNode>()
            .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        return new OperationCost(schema, fragments.GetValueOrDefault).Measure(operation);
    }

    internal double Measure(OperationDefinitionNode operation) =>
        _schema.RootType(operation.Operation) is { } root ? Measure(operation.SelectionSet, root, default) : 0;

    private double Measure(SelectionSetNode selectionSet, NamedType type, Sizing sizing)
    {
        ValidationStack.Ensure();
        var cost = 0d;
        foreach (var selection in selectionSet.Selections)
        {
            cost += selection switch
            {
                FieldNode field => Measure(field, type, sizing),
                InlineFragmentNode fragment => Measure(
                    fragment.SelectionSet,
                    TypeOf(fragment.TypeCondition) ?? type,
                    sizing
                ),
                FragmentSpreadNode spread when _findFragment(spread.Name.Value) is { } fragment => Measure(
                    fragment,
                    sizing
                ),
                _ => 0,
            };
        }

        return cost;
    }

    private double Measure(FragmentDefinitionNode fragment, Sizing sizing)
    {
        if (!_fragments.TryGetValue((fragment, sizing), out var cost))
        {
            cost = TypeOf(fragment.TypeCondition) is { } type ? Measure(fragment.SelectionSet, type, sizing) : 0;
            _fragments.Add((fragment, sizing), cost);
        }

        return cost;
    }

    private double Measure(FieldNode field, NamedType parent, Sizing sizing)
    {
        var name = field.Name.Value;
        if (name.StartsWith("__", StringComparison.Ordinal) || _schema.FindField(parent, name) is not { } definition)
        {
            return 0;
        }

        var cost = definition.Cost ?? (definition.Pure is null ? 1 : 0);
        if (field.SelectionSet is null)
        {
            return cost;
        }

        var size = definition.ListSize is { } listSize ? SizeOf(listSize, definition, field) : UnknownListSize;
        var isSizedByParent = sizing.List?.SizedFields.Contains(name) == true;
        var items =
            isSizedByParent ? sizing.Size
            : definition.Type.Nullable is ListType ? size
            : 1;
        var below = definition.ListSize is { SizedFields.Count: > 0 } sized ? new Sizing(sized, size) : default;
        return cost + (items * (1 + Measure(field.SelectionSet, definition.Type.Named, below)));
    }

    private static int SizeOf(ListSize list, FieldDefinition definition, FieldNode field)
    {
        var largest = -1;
        foreach (var name in list.SlicingArguments)
        {
            var given = field.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
            var literal = given ?? definition.Arguments.Find(name)?.DefaultValue;
            var size = literal switch
            {
                IntValueNode number => int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value)
                    ? value
                    : int.MaxValue,
                VariableNode => list.AssumedSize,
                _ => -1,
            };
            largest = Math.Max(largest, size);
        }

        return largest < 0 ? list.AssumedSize : largest;
    }

    private NamedType? TypeOf(NamedTypeNode? condition) =>
        condition is null ? null : _schema.FindType(condition.Name.Value);

    /// <summary>How many items the fields of an object yield that its own field has said the size of.</summary>
    private readonly record struct Sizing(ListSize? List, int Size);
}
