using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Validation.Rules;

namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>
/// Limits how deep fields are nested, fragments included. Introspection has a limit of its own, but counts for what no option can switch off: nesting by
/// fragments goes no deeper than nesting by braces, so that whatever walks the operation has stack enough.
/// </summary>
internal sealed class MaxDepthLimit(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "MaxDepth",
        context => new MaxDepthLimit(context),
        [SyntaxKind.OperationDefinition]
    );

    private static readonly int MaxNesting = ParserOptions.Default.MaxNesting;

    private readonly Dictionary<FragmentDefinitionNode, Depth> _fragments = [];

    public override VisitAction Enter(SyntaxNode node)
    {
        var limit = context.Options.MaxDepth;
        var depth = DepthOf(((OperationDefinitionNode)node).SelectionSet);
        if (limit > 0 && depth.Fields > limit)
        {
            Report(node, depth.Fields, limit);
        }
        else if (depth.All > MaxNesting)
        {
            Report(node, depth.All, MaxNesting);
        }

        return VisitAction.Skip;
    }

    private void Report(SyntaxNode node, int depth, int limit) =>
        context.ReportLimit(
            $"The operation is nested {depth} levels deep, but may be at most {limit}.",
            "DEPTH_LIMIT_EXCEEDED",
            node,
            ("depth", depth),
            ("maxDepth", limit)
        );

    private Depth DepthOf(SelectionSetNode selectionSet)
    {
        ValidationStack.Ensure();
        var depth = default(Depth);
        foreach (var selection in selectionSet.Selections)
        {
            var one = selection switch
            {
                FieldNode field => DepthOf(field),
                InlineFragmentNode fragment => DepthOf(fragment.SelectionSet),
                FragmentSpreadNode spread => DepthOf(context.FindFragment(spread.Name.Value)!),
                _ => default,
            };
            depth = new Depth(Math.Max(depth.Fields, one.Fields), Math.Max(depth.All, one.All));
        }

        return depth;
    }

    private Depth DepthOf(FieldNode field)
    {
        var below = field.SelectionSet is { } selections ? DepthOf(selections) : default;
        return new Depth(field.Name.Value is "__schema" or "__type" ? 0 : below.Fields + 1, below.All + 1);
    }

    private Depth DepthOf(FragmentDefinitionNode fragment)
    {
        if (!_fragments.TryGetValue(fragment, out var depth))
        {
            depth = DepthOf(fragment.SelectionSet);
            _fragments.Add(fragment, depth);
        }

        return depth;
    }

    /// <param name="Fields">The levels without introspection.</param>
    /// <param name="All">All levels.</param>
    private readonly record struct Depth(int Fields, int All);
}
