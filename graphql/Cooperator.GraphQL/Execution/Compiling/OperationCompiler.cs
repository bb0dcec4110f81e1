using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Merges the selections of one operation per object type. Types of abstract fields are compiled when values of them first appear.</summary>
internal sealed class OperationCompiler(
    Schema schema,
    OperationDefinitionNode operation,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments
)
{
    // Fragments within fragments can multiply; a document of a few lines must not fill the memory.
    private const int MostSelections = 50_000;

    // Abstract types are compiled while requests run, from any thread.
    private readonly Lock _gate = new();
    private int _selections;

    public ConditionVariables Conditions { get; } = new(operation);

    public int SelectionCount => Volatile.Read(ref _selections);

    public SelectionSet CompileRoot(ObjectType type)
    {
        lock (_gate)
        {
            var collector = new FieldCollector(schema, fragments, Conditions, type);
            collector.Collect(operation.SelectionSet, Inclusion.Always);
            return Build(type, collector);
        }
    }

    public SelectionSet CompileSelections(ObjectType type, SelectionOccurrence[] occurrences)
    {
        lock (_gate)
        {
            var collector = new FieldCollector(schema, fragments, Conditions, type);
            foreach (var (node, when) in occurrences)
            {
                if (node.SelectionSet is { } selectionSet)
                {
                    // A field selected once is resolved only when its condition holds: nothing to repeat below it.
                    collector.Collect(selectionSet, occurrences.Length == 1 ? Inclusion.Always : when);
                }
            }

            return Build(type, collector);
        }
    }

    public int NextSelectionId()
    {
        if (_selections == MostSelections)
        {
            throw new GraphQLException(
                GraphQLError.At($"The operation selects more than {MostSelections} fields.", operation)
            );
        }

        return _selections++;
    }

    private SelectionSet Build(ObjectType type, FieldCollector collector)
    {
        var selections = new List<Selection>(collector.Places.Count);
        foreach (var place in collector.Places)
        {
            var node = place.Field.Occurrences[0].Node;
            if (schema.FindField(type, node.Name.Value) is { } field)
            {
                selections.Add(
                    new Selection(this, type, field, [.. place.Field.Occurrences], [.. place.When], [.. place.Unless])
                );
            }
        }

        return new SelectionSet(type, [.. selections]);
    }
}
