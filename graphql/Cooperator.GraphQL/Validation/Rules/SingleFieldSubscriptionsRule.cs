using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>A subscription selects exactly one field, unconditionally. See section 5.2.4.1 of the specification.</summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "SingleFieldSubscriptions",
        context => new SingleFieldSubscriptionsRule(context),
        [SyntaxKind.OperationDefinition]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        if (
            node is OperationDefinitionNode { Operation: OperationType.Subscription } operation
            && context.Schema.SubscriptionType is { } type
        )
        {
            Check(operation, type);
        }

        return VisitAction.Skip;
    }

    private void Check(OperationDefinitionNode operation, ObjectType type)
    {
        var subscription = operation.Name is null
            ? "Anonymous Subscription"
            : $"Subscription \"{operation.Name.Value}\"";
        var root = new RootFields(context, type);
        root.Collect(operation.SelectionSet, defer: null);
        if (root.Conditions.Count > 0)
        {
            context.Report(
                $"{subscription} must not use `@skip` or `@include` directives in the top level selection.",
                [.. root.Conditions]
            );
            return;
        }

        if (root.Groups.Count == 0)
        {
            context.Report($"{subscription} must select one top level field.", operation.SelectionSet);
        }
        else if (root.Groups.Count > 1)
        {
            context.Report(
                $"{subscription} must select only one top level field.",
                [.. root.Groups.Skip(1).SelectMany(group => group.Fields)]
            );
        }

        foreach (var (_, fields) in root.Groups)
        {
            if (fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                context.Report($"{subscription} must not select an introspection top level field.", [.. fields]);
            }
        }
    }

    /// <summary>The fields at the root by response name, as they would be collected for execution.</summary>
    private sealed class RootFields(ValidationContext context, ObjectType type)
    {
        private readonly HashSet<(string Fragment, DirectiveNode? Defer)> _visited = [];

        public List<(string Name, List<FieldNode> Fields)> Groups { get; } = [];

        public List<DirectiveNode> Conditions { get; } = [];

        public void Collect(SelectionSetNode selectionSet, DirectiveNode? defer)
        {
            ValidationStack.Ensure();
            context.SpendFragmentWork(selectionSet.Selections.Length);
            foreach (var selection in selectionSet.Selections)
            {
                context.SpendFragmentWork(selection.Directives.Length);
                context.SpendFragmentWork(Find(selection, "defer")?.Arguments.Length ?? 0);
            }

            foreach (var selection in selectionSet.Selections)
            {
                if ((Find(selection, "skip") ?? Find(selection, "include")) is { } condition)
                {
                    Conditions.Add(condition);
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        Add(field);
                        break;
                    case InlineFragmentNode fragment when Applies(fragment.TypeCondition):
                        Collect(fragment.SelectionSet, DeferOf(fragment) ?? defer);
                        break;
                    case FragmentSpreadNode spread:
                        Collect(spread, DeferOf(spread) ?? defer);
                        break;
                }
            }
        }

        private void Collect(FragmentSpreadNode spread, DirectiveNode? defer)
        {
            var name = spread.Name.Value;
            if (
                context.FindFragment(name) is { } fragment
                && Applies(fragment.TypeCondition)
                && !_visited.Contains((name, null))
                && _visited.Add((name, defer))
            )
            {
                Collect(fragment.SelectionSet, defer);
            }
        }

        private void Add(FieldNode field)
        {
            var index = Groups.FindIndex(group => group.Name == field.ResponseName);
            if (index < 0)
            {
                Groups.Add((field.ResponseName, [field]));
            }
            else
            {
                Groups[index].Fields.Add(field);
            }
        }

        private bool Applies(NamedTypeNode? condition) =>
            condition is null
            || context.Schema.FindType(condition.Name.Value) is { } wanted
                && (wanted == type || context.Schema.IsSubType(wanted, type));

        private static DirectiveNode? DeferOf(SelectionNode selection)
        {
            var defer = Find(selection, "defer");
            // Where it is given twice, which another rule refuses, the last one counts for the reference.
            var condition = defer?.Arguments.LastOrDefault(argument => argument.Name.Value == "if")?.Value;
            return condition is BooleanValueNode { Value: false } ? null : defer;
        }

        private static DirectiveNode? Find(SelectionNode selection, string name)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value == name)
                {
                    return directive;
                }
            }

            return null;
        }
    }
}
