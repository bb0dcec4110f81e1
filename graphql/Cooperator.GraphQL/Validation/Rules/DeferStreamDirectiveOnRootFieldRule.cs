using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Nothing at the root of a mutation or subscription is deferred or streamed. See section 5.7 of the specification.</summary>
internal sealed class DeferStreamDirectiveOnRootFieldRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "DeferStreamDirectiveOnRootField",
        context => new DeferStreamDirectiveOnRootFieldRule(context),
        [SyntaxKind.OperationDefinition]
    );

    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    public override VisitAction Enter(SyntaxNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.Operation != OperationType.Query && context.Schema.RootType(operation.Operation) is { } rootType)
        {
            var visited = new HashSet<string>(StringComparer.Ordinal);
            if (Check(operation.SelectionSet, $"root {operation.Operation.Keyword()} type \"{rootType}\"", visited))
            {
                _checked.UnionWith(visited);
            }
        }

        return VisitAction.Skip;
    }

    /// <summary>Whether the selection set, fragments included, keeps the rule.</summary>
    private bool Check(SelectionSetNode selectionSet, string root, HashSet<string> visited)
    {
        ValidationStack.Ensure();
        var isValid = true;
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    isValid &= Refuse(field, "stream", $"Stream directive cannot be used on {root}.");
                    break;
                case InlineFragmentNode fragment:
                    isValid &= Refuse(fragment, "defer", $"Defer directive cannot be used on {root}.");
                    isValid &= Check(fragment.SelectionSet, root, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    if (context.FindFragment(spread.Name.Value) is { } definition)
                    {
                        isValid &= Refuse(spread, "defer", $"Defer directive cannot be used on {root}.");
                        isValid &=
                            _checked.Contains(spread.Name.Value) || Check(definition.SelectionSet, root, visited);
                    }

                    break;
            }
        }

        return isValid;
    }

    private bool Refuse(SelectionNode selection, string name, string message)
    {
        if (selection.Directives.FirstOrDefault(directive => directive.Name.Value == name) is not { } found)
        {
            return true;
        }

        context.Report(message, found);
        return false;
    }
}
