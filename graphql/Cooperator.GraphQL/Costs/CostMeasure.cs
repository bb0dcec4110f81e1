using System.Runtime.CompilerServices;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Costs;

/// <summary>Measures the operations of one valid document: each fragment once, however often it is spread.</summary>
internal sealed class CostMeasure(Schema schema, DocumentNode document)
{
    private const int NoSum = -1;

    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = FragmentsOf(document);
    private readonly Dictionary<(FragmentDefinitionNode, Sizing), Cost> _measured = [];
    private readonly List<CostSum> _sums = [];

    public OperationCost Measure(OperationDefinitionNode operation)
    {
        if (schema.RootType(operation.Operation) is not { } root)
        {
            return new OperationCost(0, []);
        }

        var cost = Measure(operation.SelectionSet, root, default);
        return new OperationCost(
            CostSum.Cap(cost.Fixed + cost.OfNames + new IntrospectionCost(_fragments).Of(operation)),
            cost.Sum == NoSum ? [] : [.. _sums]
        );
    }

    private Cost Measure(SelectionSetNode selectionSet, NamedType type, Sizing sizing)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new GraphQLException("The operation is nested too deeply.");
        }

        var (@fixed, names) = (0d, 0d);
        var products = new List<CostProduct>();
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    names += field.ResponseName.Length;
                    @fixed += Measure(field, type, sizing, products);
                    break;
                case InlineFragmentNode fragment:
                    Add(Measure(fragment.SelectionSet, TypeOf(fragment.TypeCondition) ?? type, sizing));
                    break;
                case FragmentSpreadNode spread when _fragments.GetValueOrDefault(spread.Name.Value) is { } fragment:
                    Add(Measure(fragment, sizing));
                    break;
            }
        }

        return new Cost(CostSum.Cap(@fixed), CostSum.Cap(names), SumOf(products));

        void Add(Cost cost)
        {
            @fixed += cost.Fixed;
            names += cost.Names;
            if (cost.Sum != NoSum)
            {
                products.Add(new CostProduct(1, Length: null, Fixed: 0, cost.Sum));
            }
        }
    }

    private Cost Measure(FragmentDefinitionNode fragment, Sizing sizing)
    {
        if (!_measured.TryGetValue((fragment, sizing), out var cost))
        {
            // Known at once, which ends a cycle: a document that was not validated may have one.
            _measured.Add((fragment, sizing), new Cost(0));
            if (TypeOf(fragment.TypeCondition) is { } type)
            {
                cost = Measure(fragment.SelectionSet, type, sizing);
                _measured[(fragment, sizing)] = cost;
            }
            else
            {
                cost = new Cost(0);
            }
        }

        return cost;
    }

    /// <summary>Gives what a field costs without variables, and adds what it costs with them to <paramref name="products"/>.</summary>
    private double Measure(FieldNode field, NamedType parent, Sizing sizing, List<CostProduct> products)
    {
        var name = field.Name.Value;
        if (name.StartsWith("__", StringComparison.Ordinal) || schema.FindField(parent, name) is not { } definition)
        {
            return 0;
        }

        var own = definition.Cost ?? (definition.Pure is null ? 1 : 0);
        if (field.SelectionSet is null)
        {
            return own;
        }

        var length = ListLength.Of(definition, field);
        var below = definition.ListSize is { SizedFields.Count: > 0 } sized ? new Sizing(sized, length) : default;
        var item = Measure(field.SelectionSet, definition.Type.Named, below);
        var items =
            sizing.List?.SizedFields.Contains(name) == true ? sizing.Length
            : definition.Type.Nullable is ListType ? length
            : null;
        if (items is { IsVariable: true })
        {
            products.Add(new CostProduct(0, items, 1 + item.OfNames + item.Fixed, item.Sum));
            return own;
        }

        var count = items?.Fixed ?? 1;
        if (item.Sum != NoSum)
        {
            products.Add(new CostProduct(count, Length: null, Fixed: 0, item.Sum));
        }

        return own + CostSum.Cap(count * (1 + item.OfNames + item.Fixed));
    }

    private int SumOf(List<CostProduct> products)
    {
        if (products.Count == 0)
        {
            return NoSum;
        }

        _sums.Add(new CostSum([.. products]));
        return _sums.Count - 1;
    }

    private NamedType? TypeOf(NamedTypeNode? condition) =>
        condition is null ? null : schema.FindType(condition.Name.Value);

    private static Dictionary<string, FragmentDefinitionNode> FragmentsOf(DocumentNode document)
    {
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                fragments.TryAdd(fragment.Name.Value, fragment);
            }
        }

        return fragments;
    }

    /// <summary>What a selection set costs: a number, and the sum that hangs on variables; and how long the names of its fields are.</summary>
    private readonly record struct Cost(double Fixed, double Names = 0, int Sum = NoSum)
    {
        // Enough for any query people write, and for what tools make of them.
        private const double NamesInAnObject = 4000;

        /// <summary>What the names cost that stand in each object of the response: nothing, unless they are made to swell it.</summary>
        public double OfNames => Math.Floor(Names / NamesInAnObject);
    }

    /// <summary>How many items the fields of an object yield that its own field has said the size of.</summary>
    private readonly record struct Sizing(ListSize? List, ListLength? Length);
}
