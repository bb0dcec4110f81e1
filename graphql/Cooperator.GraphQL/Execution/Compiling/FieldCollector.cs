using System.Runtime.CompilerServices;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Collects the fields selected of one object type, see section 6.3.2 of the specification, for every combination of conditions at once.</summary>
internal sealed class FieldCollector(
    Schema schema,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    ConditionVariables conditions,
    ObjectType type
)
{
    private readonly Dictionary<string, CollectedField> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Inclusion>> _visitedFragments = new(StringComparer.Ordinal);

    /// <summary>
    /// Where fields stand in the response. A field has several places when an earlier one depends on variables: it stands at the first that is included.
    /// </summary>
    public List<FieldPlace> Places { get; } = [];

    /// <exception cref="GraphQLException">The selections are nested too deeply.</exception>
    public void Collect(SelectionSetNode selectionSet, Inclusion enclosing)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new GraphQLException("The operation is nested too deeply.");
        }

        foreach (var selection in selectionSet.Selections)
        {
            if (conditions.Read(selection) is not { } own || enclosing.And(own) is not { IsNever: false } when)
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    Add(field, when);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition):
                    Collect(inline.SelectionSet, when);
                    break;
                case FragmentSpreadNode spread
                    when fragments.TryGetValue(spread.Name.Value, out var fragment)
                        && IsFirstVisit(spread.Name.Value, when)
                        && Applies(fragment.TypeCondition):
                    Collect(fragment.SelectionSet, when);
                    break;
            }
        }
    }

    private void Add(FieldNode node, Inclusion when)
    {
        if (!_fields.TryGetValue(node.ResponseName, out var field))
        {
            field = new CollectedField();
            _fields.Add(node.ResponseName, field);
        }

        var isCovered = field.Occurrences.Exists(earlier => earlier.When.Covers(when));
        if (!isCovered)
        {
            Places.Add(
                new FieldPlace(
                    field,
                    when.IsAlways && field.Occurrences.Count == 0 ? [] : [when],
                    field.Occurrences.ConvertAll(earlier => earlier.When)
                )
            );
        }

        field.Occurrences.Add(new SelectionOccurrence(node, when));
    }

    private bool Applies(NamedTypeNode? condition)
    {
        if (condition is null || condition.Name.Value == type.Name)
        {
            return true;
        }

        return schema.FindType(condition.Name.Value) is { } conditionType && schema.IsSubType(conditionType, type);
    }

    /// <summary>Whether the fragment was not collected yet under a condition that covers this one; also what ends a cycle.</summary>
    private bool IsFirstVisit(string fragment, Inclusion when)
    {
        if (!_visitedFragments.TryGetValue(fragment, out var visits))
        {
            visits = [];
            _visitedFragments.Add(fragment, visits);
        }

        if (visits.Exists(earlier => earlier.Covers(when)))
        {
            return false;
        }

        visits.Add(when);
        return true;
    }

    internal sealed class CollectedField
    {
        public List<SelectionOccurrence> Occurrences { get; } = [];
    }

    /// <param name="Field">The merged field.</param>
    /// <param name="When">The field stands here when this holds; empty for always.</param>
    /// <param name="Unless">Earlier places of the field: where one of them holds, the field stands there.</param>
    internal sealed record FieldPlace(CollectedField Field, List<Inclusion> When, List<Inclusion> Unless);
}
