using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Merges the selections of one operation per object type. Types of abstract fields are compiled when values of them first appear.</summary>
internal sealed class OperationCompiler(
    Schema schema,
    OperationDefinitionNode operation,
    PreparedDocument document,
    ConditionVariables conditions
)
{
    // Abstract types are compiled while requests run, from any thread.
    private readonly Lock _gate = new();
    private readonly CompilingBudget _budget = new(operation);

    public ConditionVariables Conditions => conditions;

    public int SelectionCount => _budget.Selections;

    public SelectionSet CompileRoot(ObjectType type)
    {
        lock (_gate)
        {
            var collector = new FieldCollector(schema, document.Fragments, Conditions, type, _budget);
            collector.Collect(operation.SelectionSet, Inclusion.Always);
            return Build(type, collector, part: []);
        }
    }

    /// <summary>Compiles what is selected of a field's value.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="occurrences">The field.</param>
    /// <param name="part">The part of the response that the field belongs to.</param>
    public SelectionSet CompileSelections(ObjectType type, SelectionOccurrence[] occurrences, DeferUsage[] part)
    {
        lock (_gate)
        {
            var collector = new FieldCollector(schema, document.Fragments, Conditions, type, _budget);
            foreach (var (node, when, deferred) in occurrences)
            {
                if (node.SelectionSet is { } selectionSet)
                {
                    // A field selected once is resolved only when its condition holds: nothing to repeat below it.
                    collector.Collect(selectionSet, occurrences.Length == 1 ? Inclusion.Always : when, deferred);
                }
            }

            return Build(type, collector, part);
        }
    }

    /// <exception cref="GraphQLException">The operation selects too much.</exception>
    public int NextSelectionId()
    {
        document.Grow(selections: 1);
        return _budget.NextSelection();
    }

    private SelectionSet Build(ObjectType type, FieldCollector collector, DeferUsage[] part)
    {
        if (!conditions.AreKnown)
        {
            return new SelectionSet(type, Merge(type, collector.Places, part));
        }

        var plan = DeferPlan.Of(collector.Places, part);
        var parts = plan.Later.ConvertAll(later => new DeferredSelections(
            later.Part,
            new SelectionSet(type, Merge(type, later.Places, later.Part))
        ));
        var isWhole = parts.Count == 0 && collector.DeferUsages.Count == 0;
        return new SelectionSet(
            type,
            Merge(type, plan.Now, part),
            isWhole ? null : new Deferral(collector.DeferUsages, parts)
        );
    }

    private Selection[] Merge(ObjectType type, List<FieldCollector.FieldPlace> places, DeferUsage[] part)
    {
        var selections = new List<Selection>(places.Count);
        foreach (var place in places)
        {
            var node = place.Field.Occurrences[0].Node;
            if (schema.FindField(type, node.Name.Value) is { } field)
            {
                selections.Add(
                    new Selection(this, type, field, place.Field.All, [.. place.When], [.. place.Unless], part)
                );
            }
        }

        return [.. selections];
    }
}
