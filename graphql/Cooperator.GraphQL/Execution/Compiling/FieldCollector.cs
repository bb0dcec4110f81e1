using System.Runtime.CompilerServices;
using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Collects the fields selected of one object type, see section 6.3.2 of the specification, for every combination of conditions at once.</summary>
internal sealed class FieldCollector(
    Schema schema,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    ConditionVariables conditions,
    ObjectType type,
    CompilingBudget budget
)
{
    private readonly Dictionary<string, CollectedField> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Inclusion When, DirectiveNode? Defer)>> _visitedFragments = new(
        StringComparer.Ordinal
    );

    /// <summary>
    /// Where fields stand in the response. A field has several places when an earlier one depends on variables: it stands at the first that is included.
    /// </summary>
    public List<FieldPlace> Places { get; } = [];

    /// <summary>The <c>@defer</c>s that were met, enclosing ones first.</summary>
    public List<DeferUsage> DeferUsages { get; } = [];

    /// <exception cref="GraphQLException">The selections are nested too deeply.</exception>
    public void Collect(SelectionSetNode selectionSet, Inclusion enclosing, DeferUsage? deferred = null)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new GraphQLException("The operation is nested too deeply.");
        }

        foreach (var selection in selectionSet.Selections)
        {
            budget.Spend();
            if (conditions.Read(selection) is not { } own || enclosing.And(own) is not { IsNever: false } when)
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    Add(field, when, deferred);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition):
                    Collect(inline.SelectionSet, when, Enter(UsageOf(inline, deferred), deferred));
                    break;
                case FragmentSpreadNode spread
                    when fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(fragment.TypeCondition):
                    var usage = UsageOf(spread, deferred);
                    if (IsFirstVisit(spread.Name.Value, when, usage))
                    {
                        Collect(fragment.SelectionSet, when, Enter(usage, deferred));
                    }

                    break;
            }
        }
    }

    private DeferUsage? UsageOf(SelectionNode node, DeferUsage? enclosing) =>
        conditions.FindSwitchedOn(node, "defer") is { } directive ? new DeferUsage(directive, enclosing) : enclosing;

    private DeferUsage? Enter(DeferUsage? usage, DeferUsage? enclosing)
    {
        if (usage is not null && usage != enclosing)
        {
            DeferUsages.Add(usage);
        }

        return usage;
    }

    private void Add(FieldNode node, Inclusion when, DeferUsage? deferred)
    {
        if (!_fields.TryGetValue(node.ResponseName, out var field))
        {
            field = new CollectedField();
            _fields.Add(node.ResponseName, field);
        }

        var isCovered = field.Occurrences.Exists(earlier =>
        {
            budget.Spend();
            return earlier.When.Covers(when);
        });
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

        field.Occurrences.Add(new SelectionOccurrence(node, when, deferred));
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
    private bool IsFirstVisit(string fragment, Inclusion when, DeferUsage? deferred)
    {
        if (!_visitedFragments.TryGetValue(fragment, out var visits))
        {
            visits = [];
            _visitedFragments.Add(fragment, visits);
        }

        if (
            visits.Exists(earlier =>
            {
                budget.Spend();
                return earlier.When.Covers(when) && (earlier.Defer is null || earlier.Defer == deferred?.Directive);
            })
        )
        {
            return false;
        }

        visits.Add((when, deferred?.Directive));
        return true;
    }

    internal sealed class CollectedField
    {
        public List<SelectionOccurrence> Occurrences { get; } = [];

        /// <summary>All of them, when everything is collected; the places of the field share it.</summary>
        public SelectionOccurrence[] All => field ??= [.. Occurrences];
    }

    /// <param name="Field">The merged field.</param>
    /// <param name="When">The field stands here when this holds; empty for always.</param>
    /// <param name="Unless">Earlier places of the field: where one of them holds, the field stands there.</param>
    internal sealed record FieldPlace(CollectedField Field, List<Inclusion> When, List<Inclusion> Unless);
}
