using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>Limits how deep fields are nested, fragments included. Introspection has a limit of its own.</summary>
internal sealed class MaxDepthLimit(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "MaxDepth",
        context => new MaxDepthLimit(context),
        [SyntaxKind.OperationDefinition]
    );

    private readonly Dictionary<FragmentDefinitionNode, int> _fragments = [];

    public override VisitAction Enter(SyntaxNode node)
    {
        var limit = context.Options.MaxDepth;
        if (limit > 0 && DepthOf(((OperationDefinitionNode)node).SelectionSet) is var depth && depth > limit)
        {
            context.ReportLimit(
                $"The operation is nested {depth} levels deep, but may be at most {limit}.",
                "DEPTH_LIMIT_EXCEEDED",
                node,
                ("depth", depth),
                ("maxDepth", limit)
            );
        }

        return VisitAction.Skip;
    }

    private int DepthOf(SelectionSetNode selectionSet)
    {
        ValidationStack.Ensure();
        var depth = 0;
        foreach (var selection in selectionSet.Selections)
        {
            depth = Math.Max(
                depth,
                selection switch
                {
                    FieldNode { Name.Value: "__schema" or "__type" } => 0,
                    FieldNode { SelectionSet: { } fields } => 1 + DepthOf(fields),
                    InlineFragmentNode fragment => DepthOf(fragment.SelectionSet),
                    FragmentSpreadNode spread => DepthOf(context.FindFragment(spread.Name.Value)!),
                    _ => 1,
                }
            );
        }

        return depth;
    }

    private int DepthOf(FragmentDefinitionNode fragment)
    {
        if (!_fragments.TryGetValue(fragment, out var depth))
        {
            depth = DepthOf(fragment.SelectionSet);
            _fragments.Add(fragment, depth);
        }

        return depth;
    }
}
