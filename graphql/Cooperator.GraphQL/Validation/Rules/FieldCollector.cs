using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>A field as it stands in a selection set, with the type it is selected of.</summary>
internal sealed record CollectedField(NamedType? ParentType, FieldNode Node, FieldDefinition? Definition)
{
    public DirectiveNode? Stream { get; } =
        Node.Directives.FirstOrDefault(directive => directive.Name.Value == "stream");

    /// <summary>Whether there is nothing to compare but the field itself.</summary>
    public bool IsSimpleLeaf => Node.Arguments.IsEmpty && Node.SelectionSet is null && Stream is null;

    // Each is one place in the document: no two are the same.
    public bool Equals(CollectedField? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Node.GetHashCode();
}

/// <summary>The fields of a selection set by response name, inline fragments included, and the fragments spread in it.</summary>
internal sealed class CollectedFields
{
    public OrderedDictionary<string, List<CollectedField>> Groups { get; } = new(StringComparer.Ordinal);

    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>The spread fragments, each once, null for those that do not exist; filled when first asked for.</summary>
    public List<FragmentDefinitionNode?>? Fragments { get; set; }

    /// <summary>What this has in common with other sets it was compared with.</summary>
    public Dictionary<
        CollectedFields,
        List<(string Name, List<CollectedField>, List<CollectedField>)>
    > Overlaps { get; } = [];
}

/// <summary>Collects fields, each selection set once.</summary>
internal sealed class FieldCollector(ValidationContext context)
{
    private static readonly List<(string, List<CollectedField>, List<CollectedField>)> NoOverlap = [];

    private readonly Dictionary<(SelectionSetNode, NamedType?), CollectedFields> _collected = [];

    public WorkBudget Budget { get; } = new(500_000);

    public CollectedFields Collect(FragmentDefinitionNode fragment) =>
        Collect(context.Schema.FindType(fragment.TypeCondition.Name.Value), fragment.SelectionSet);

    public CollectedFields Collect(NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (!_collected.TryGetValue((selectionSet, parentType), out var fields))
        {
            fields = new CollectedFields();
            Collect(fields, parentType, selectionSet);
            _collected.Add((selectionSet, parentType), fields);
        }

        return fields;
    }

    public List<FragmentDefinitionNode?> FragmentsOf(CollectedFields fields)
    {
        if (fields.Fragments is not null)
        {
            return fields.Fragments;
        }

        Budget.Spend(fields.Spreads.Count);
        return fields.Fragments = [
            .. fields.Spreads.Select(spread => context.FindFragment(spread.Name.Value)).Distinct(),
        ];
    }

    public List<(string Name, List<CollectedField> Group1, List<CollectedField> Group2)> Overlap(
        CollectedFields fields1,
        CollectedFields fields2
    )
    {
        if (fields1.Groups.Count == 0 || fields2.Groups.Count == 0)
        {
            return NoOverlap;
        }

        if (fields1.Overlaps.TryGetValue(fields2, out var overlap))
        {
            return overlap;
        }

        overlap = NoOverlap;
        foreach (var (name, group1) in fields1.Groups)
        {
            Budget.Spend(1);
            if (fields2.Groups.TryGetValue(name, out var group2))
            {
                overlap = overlap == NoOverlap ? [] : overlap;
                overlap.Add((name, group1, group2));
            }
        }

        fields1.Overlaps.Add(fields2, overlap);
        return overlap;
    }

    private void Collect(CollectedFields fields, NamedType? parentType, SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var definition = (parentType as IFieldsType)?.Fields.Find(field.Name.Value);
                    if (!fields.Groups.TryGetValue(field.ResponseName, out var group))
                    {
                        group = [];
                        fields.Groups.Add(field.ResponseName, group);
                    }

                    group.Add(new CollectedField(parentType, field, definition));
                    break;
                case FragmentSpreadNode spread:
                    fields.Spreads.Add(spread);
                    break;
                case InlineFragmentNode fragment:
                    var type = fragment.TypeCondition is { } condition
                        ? context.Schema.FindType(condition.Name.Value)
                        : parentType;
                    Collect(fields, type, fragment.SelectionSet);
                    break;
            }
        }
    }
}
