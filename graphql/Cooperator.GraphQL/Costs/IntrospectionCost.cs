using System.Runtime.CompilerServices;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Costs;

/// <summary>
/// What introspection costs: nothing, as long as it asks for no more than tools do. The whole schema is walked for each field that is selected of
/// it, so what counts is the length of all response names, each fragment as often as it is spread. Beyond what is free each character costs 1.
/// </summary>
internal sealed class IntrospectionCost(IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
{
    // graphql-js's own query, with everything it can ask for, has some 2,500.
    private const double Free = 20_000;

    private readonly Dictionary<FragmentDefinitionNode, (double Whole, double Below)> _measured = [];

    public double Of(OperationDefinitionNode operation) => Math.Max(0, Measure(operation.SelectionSet).Below - Free);

    /// <summary>The names of everything that is selected, and of what is selected below a meta field.</summary>
    private (double Whole, double Below) Measure(SelectionSetNode selectionSet)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new GraphQLException("The operation is nested too deeply.");
        }

        var (whole, below) = (0d, 0d);
        foreach (var selection in selectionSet.Selections)
        {
            var (more, moreBelow) = selection switch
            {
                FieldNode field => Measure(field),
                InlineFragmentNode inline => Measure(inline.SelectionSet),
                FragmentSpreadNode spread when fragments.GetValueOrDefault(spread.Name.Value) is { } fragment =>
                    Measure(fragment),
                _ => (0, 0),
            };
            whole += more;
            below += moreBelow;
        }

        return (CostSum.Cap(whole), CostSum.Cap(below));
    }

    private (double Whole, double Below) Measure(FieldNode field)
    {
        if (field.SelectionSet is not { } fields)
        {
            return (field.ResponseName.Length, 0);
        }

        var (whole, below) = Measure(fields);
        return (field.ResponseName.Length + whole, IsMeta(field) ? whole : below);
    }

    private (double Whole, double Below) Measure(FragmentDefinitionNode fragment)
    {
        if (!_measured.TryGetValue(fragment, out var names))
        {
            // Known at once, which ends a cycle: a document that was not validated may have one.
            _measured.Add(fragment, (0, 0));
            _measured[fragment] = names = Measure(fragment.SelectionSet);
        }

        return names;
    }

    private static bool IsMeta(FieldNode field) => field.Name.Value is "__schema" or "__type";
}
