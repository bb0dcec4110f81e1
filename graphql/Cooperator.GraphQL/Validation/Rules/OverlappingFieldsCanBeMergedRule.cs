using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>
/// Fields with one response name mean the same and yield the same kind of value, wherever they are written. See section 5.3.2 of the specification.
/// </summary>
/// <remarks>
/// The fields of a selection set are compared with each other and then with those of each fragment spread in it; fragments are never merged into one
/// large set. Pairs that were compared before are not compared again, so the work grows with the pairs of fields that share a name and of fragments
/// that meet, not with the number of ways that lead there; and there is a limit to that. A server first tries <see cref="MergeClasses"/>, which need
/// no limit.
/// </remarks>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "OverlappingFieldsCanBeMerged",
        context => new OverlappingFieldsCanBeMergedRule(context),
        [SyntaxKind.SelectionSet]
    );

    private readonly bool _isProven = context.ProvesMerging && IsProven(context);
    private readonly FieldCollector _collector = new(context);
    private readonly ComparedPairs<CollectedFields, FragmentDefinitionNode> _fieldsWithFragment = new();
    private readonly ComparedPairs<FragmentDefinitionNode, FragmentDefinitionNode> _fragments = new();
    private readonly Dictionary<(CollectedField, CollectedField), bool> _sameArguments = [];

    private WorkBudget Budget => _collector.Budget;

    public override VisitAction Enter(SyntaxNode node)
    {
        var selectionSet = (SelectionSetNode)node;

        // An inline fragment is checked with the selection set around it, and one field can not be in conflict.
        if (
            _isProven
            || context.Ancestors[^1] is InlineFragmentNode
            || selectionSet.Selections is [] or [FieldNode or FragmentSpreadNode]
        )
        {
            return VisitAction.Continue;
        }

        foreach (var conflict in ConflictsWithin(context.TypeInfo.ParentType, selectionSet))
        {
            context.Report(
                $"Fields \"{FieldConflict.Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}. "
                    + "Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Fields1, .. conflict.Fields2]
            );
        }

        return VisitAction.Continue;
    }

    private static bool IsProven(ValidationContext context)
    {
        MergeClasses.Of(context, out var isProven);
        return isProven;
    }

    private List<FieldConflict> ConflictsWithin(NamedType? parentType, SelectionSetNode selectionSet)
    {
        var conflicts = new List<FieldConflict>();
        var fields = _collector.Collect(parentType, selectionSet);
        foreach (var (name, group) in fields.Groups)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                {
                    AddConflict(conflicts, false, name, group[i], group[j]);
                }
            }
        }

        if (fields.Spreads.Count == 0 || (fields.Groups.Count == 0 && fields.Spreads.Count == 1))
        {
            return conflicts;
        }

        var fragments = _collector.FragmentsOf(fields);
        for (var i = 0; i < fragments.Count; i++)
        {
            CompareWithFragment(conflicts, false, fields, fragments[i]);
            for (var j = i + 1; j < fragments.Count; j++)
            {
                CompareFragments(conflicts, false, fragments[i], fragments[j]);
            }
        }

        return conflicts;
    }

    /// <summary>Compares fields with those of a fragment and of every fragment it leads to.</summary>
    private void CompareWithFragment(
        List<FieldConflict> conflicts,
        bool exclusive,
        CollectedFields fields,
        FragmentDefinitionNode? fragment
    )
    {
        Budget.Spend(1);
        if (fields.Groups.Count == 0 || fragment is null || !_fieldsWithFragment.Add(fields, fragment, exclusive))
        {
            return;
        }

        ValidationStack.Ensure();
        var fragmentFields = _collector.Collect(fragment);
        var nested = _collector.FragmentsOf(fragmentFields);
        if (fields == fragmentFields)
        {
            return;
        }

        CompareFields(conflicts, exclusive, fields, fragmentFields);
        foreach (var next in nested)
        {
            CompareWithFragment(conflicts, exclusive, fields, next);
        }
    }

    /// <summary>Compares two fragments, and each with every fragment the other leads to.</summary>
    private void CompareFragments(
        List<FieldConflict> conflicts,
        bool exclusive,
        FragmentDefinitionNode? fragment1,
        FragmentDefinitionNode? fragment2
    )
    {
        Budget.Spend(2);
        if (
            fragment1 is null
            || fragment2 is null
            || fragment1 == fragment2
            || _fragments.Contains(fragment2, fragment1, exclusive)
            || !_fragments.Add(fragment1, fragment2, exclusive)
        )
        {
            return;
        }

        ValidationStack.Ensure();
        var fields1 = _collector.Collect(fragment1);
        var nested1 = _collector.FragmentsOf(fields1);
        var fields2 = _collector.Collect(fragment2);
        var nested2 = _collector.FragmentsOf(fields2);
        CompareFields(conflicts, exclusive, fields1, fields2);
        foreach (var next in nested2)
        {
            CompareFragments(conflicts, exclusive, fragment1, next);
        }

        foreach (var next in nested1)
        {
            CompareFragments(conflicts, exclusive, next, fragment2);
        }
    }

    /// <summary>Compares what is selected below two fields of one response name.</summary>
    private List<FieldConflict> ConflictsBelow(bool exclusive, CollectedField field1, CollectedField field2)
    {
        ValidationStack.Ensure();
        var conflicts = new List<FieldConflict>();
        var fields1 = _collector.Collect(field1.Definition?.Type.Named, field1.Node.SelectionSet!);
        var fragments1 = _collector.FragmentsOf(fields1);
        var fields2 = _collector.Collect(field2.Definition?.Type.Named, field2.Node.SelectionSet!);
        var fragments2 = _collector.FragmentsOf(fields2);
        CompareFields(conflicts, exclusive, fields1, fields2);
        foreach (var fragment in fragments2)
        {
            CompareWithFragment(conflicts, exclusive, fields1, fragment);
        }

        foreach (var fragment in fragments1)
        {
            CompareWithFragment(conflicts, exclusive, fields2, fragment);
        }

        foreach (var fragment1 in fragments1)
        {
            foreach (var fragment2 in fragments2)
            {
                CompareFragments(conflicts, exclusive, fragment1, fragment2);
            }
        }

        return conflicts;
    }

    private void CompareFields(
        List<FieldConflict> conflicts,
        bool exclusive,
        CollectedFields fields1,
        CollectedFields fields2
    )
    {
        foreach (var (name, group1, group2) in _collector.Overlap(fields1, fields2))
        {
            foreach (var field1 in group1)
            {
                foreach (var field2 in group2)
                {
                    AddConflict(conflicts, exclusive, name, field1, field2);
                }
            }
        }
    }

    private void AddConflict(
        List<FieldConflict> conflicts,
        bool exclusive,
        string name,
        CollectedField field1,
        CollectedField field2
    )
    {
        if (FindConflict(exclusive, name, field1, field2) is { } conflict)
        {
            conflicts.Add(conflict);
        }
    }

    private FieldConflict? FindConflict(bool exclusive, string name, CollectedField field1, CollectedField field2)
    {
        // Two fields of different object types can never be in one answer. They may then be different fields,
        // but must still have the same shape.
        exclusive |=
            field1.ParentType != field2.ParentType
            && field1.ParentType is ObjectType
            && field2.ParentType is ObjectType;
        Budget.Spend(2);
        var (node1, node2) = (field1.Node, field2.Node);
        var (type1, type2) = (field1.Definition?.Type, field2.Definition?.Type);
        var isSameType = field1.Definition == field2.Definition || IsSameNamed(type1, type2);
        if (field1.IsSimpleLeaf && field2.IsSimpleLeaf && isSameType && node1.Name.Value == node2.Name.Value)
        {
            return null;
        }

        if (!exclusive)
        {
            if (node1.Name.Value != node2.Name.Value)
            {
                var (name1, name2) = (
                    FieldConflict.Abbreviate(node1.Name.Value),
                    FieldConflict.Abbreviate(node2.Name.Value)
                );
                return new FieldConflict(name, $"\"{name1}\" and \"{name2}\" are different fields", node1, node2);
            }

            if (!HaveSameArguments(field1, field2))
            {
                return new FieldConflict(name, "they have differing arguments", node1, node2);
            }
        }

        if (field1.Stream is not null || field2.Stream is not null)
        {
            return new FieldConflict(name, StreamReason(field1.Stream, field2.Stream), node1, node2);
        }

        if (!isSameType && type1 is not null && type2 is not null && DoTypesConflict(type1, type2))
        {
            return new FieldConflict(name, $"they return conflicting types \"{type1}\" and \"{type2}\"", node1, node2);
        }

        return node1.SelectionSet is not null && node2.SelectionSet is not null
            ? FieldConflict.Below(name, node1, node2, ConflictsBelow(exclusive, field1, field2))
            : null;
    }

    // Two fields may meet in several ways.
    private bool HaveSameArguments(CollectedField field1, CollectedField field2)
    {
        if (field1.Node.Arguments.IsEmpty)
        {
            return field2.Node.Arguments.IsEmpty;
        }

        if (!_sameArguments.TryGetValue((field1, field2), out var same))
        {
            same = ArgumentComparison.AreSame(field1.Node.Arguments, field2.Node.Arguments, Budget);
            _sameArguments.Add((field1, field2), same);
        }

        return same;
    }

    private string StreamReason(DirectiveNode? stream1, DirectiveNode? stream2) =>
        stream1 is not null
        && stream2 is not null
        && ArgumentComparison.AreSame(stream1.Arguments, stream2.Arguments, Budget)
            ? "they have overlapping stream directives. See https://github.com/graphql/defer-stream-wg/discussions/100"
            : "they have overlapping stream directives";

    /// <summary>Whether two types can not come out of one response name: their lists, their nulls or their leaves differ.</summary>
    private bool DoTypesConflict(GraphQLType type1, GraphQLType type2)
    {
        if (IsSameNamed(type1, type2))
        {
            return false;
        }

        Budget.Spend(1);
        return (type1, type2) switch
        {
            (ListType list1, ListType list2) => DoTypesConflict(list1.ItemType, list2.ItemType),
            (ListType, _) or (_, ListType) => true,
            (NonNullType nonNull1, NonNullType nonNull2) => DoTypesConflict(nonNull1.Type, nonNull2.Type),
            (NonNullType, _) or (_, NonNullType) => true,
            (NamedType named1, NamedType named2) => named1.IsLeaf || named2.IsLeaf,
            _ => false,
        };
    }

    // Lists and non-nulls are looked into, as in the reference, where each is an object of its own: it counts as work.
    private static bool IsSameNamed(GraphQLType? type1, GraphQLType? type2) =>
        type1 == type2 && type1 is null or NamedType;
}
