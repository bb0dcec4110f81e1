using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Nothing in a subscription is deferred or streamed unless that can be switched off. See section 5.7 of the specification.</summary>
internal sealed class DeferStreamDirectiveOnValidOperationsRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "DeferStreamDirectiveOnValidOperations",
        context => new DeferStreamDirectiveOnValidOperationsRule(context),
        [SyntaxKind.OperationDefinition]
    );

    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _spreads = [];

    public override VisitAction Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Operation: OperationType.Subscription } operation)
        {
            var visited = new HashSet<string>(StringComparer.Ordinal);
            if (Check(operation.SelectionSet, visited))
            {
                _checked.UnionWith(visited);
            }
        }

        return VisitAction.Skip;
    }

    /// <summary>Whether the selection set, fragments included, keeps the rule.</summary>
    private bool Check(SelectionSetNode selectionSet, HashSet<string> visited)
    {
        ValidationStack.Ensure();
        var isValid = true;
        foreach (var selection in selectionSet.Selections)
        {
            if (CanBeSkipped(selection))
            {
                continue;
            }

            foreach (var directive in selection.Directives)
            {
                isValid &= Check(directive);
            }

            switch (selection)
            {
                case FieldNode { SelectionSet: { } fields }:
                    isValid &= Check(fields, visited);
                    break;
                case InlineFragmentNode fragment:
                    isValid &= Check(fragment.SelectionSet, visited);
                    break;
                case FragmentSpreadNode spread
                    when !_checked.Contains(spread.Name.Value) && visited.Add(spread.Name.Value):
                    if (context.FindFragment(spread.Name.Value) is { } definition)
                    {
                        _spreads.Add(spread);
                        isValid &= Check(definition.SelectionSet, visited);
                        _spreads.RemoveAt(_spreads.Count - 1);
                    }

                    break;
            }
        }

        return isValid;
    }

    private bool Check(DirectiveNode directive)
    {
        var name = directive.Name.Value;
        if (
            name is not ("defer" or "stream")
            || Condition(directive) is VariableNode or BooleanValueNode { Value: false }
        )
        {
            return true;
        }

        SyntaxNode[] nodes = [directive, .. _spreads.AsEnumerable().Reverse()];
        context.Report(
            $"{(name == "defer" ? "Defer" : "Stream")} directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to `false`.",
            nodes
        );
        return false;
    }

    private static bool CanBeSkipped(SelectionNode selection)
    {
        var skip = selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip");
        var include = selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");
        return (skip is not null && Condition(skip) is not BooleanValueNode { Value: false })
            || (include is not null && Condition(include) is not (null or BooleanValueNode { Value: true }));
    }

    private static ValueNode? Condition(DirectiveNode directive) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value;
}
