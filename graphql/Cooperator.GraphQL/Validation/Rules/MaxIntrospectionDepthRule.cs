using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Lists of introspection are not nested deeper than any tool asks for: each level multiplies the answer. See section 4 of the specification.</summary>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "MaxIntrospectionDepth",
        context => new MaxIntrospectionDepthRule(context),
        [SyntaxKind.Field]
    );

    private const int MaxListDepth = 3;

    // The depth fragments were entered at, by how that ended.
    private readonly Dictionary<string, int> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _exceeded = new(StringComparer.Ordinal);

    public override VisitAction Enter(SyntaxNode node)
    {
        if (
            ((FieldNode)node).Name.Value is not ("__schema" or "__type")
            || !IsTooDeep(node, new Dictionary<string, int>(StringComparer.Ordinal), 0)
        )
        {
            return VisitAction.Continue;
        }

        context.Report("Maximum introspection depth exceeded", node);
        return VisitAction.Skip;
    }

    private bool IsTooDeep(SyntaxNode node, Dictionary<string, int> visited, int depth)
    {
        ValidationStack.Ensure();
        switch (node)
        {
            case FragmentSpreadNode spread:
                return IsTooDeep(spread, visited, depth);
            case FieldNode field:
                if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields")
                {
                    depth++;
                }

                return depth >= MaxListDepth || (field.SelectionSet is { } fields && IsTooDeep(fields, visited, depth));
            case InlineFragmentNode fragment:
                return IsTooDeep(fragment.SelectionSet, visited, depth);
            case SelectionSetNode selectionSet:
                foreach (var selection in selectionSet.Selections)
                {
                    if (IsTooDeep(selection, visited, depth))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private bool IsTooDeep(FragmentSpreadNode spread, Dictionary<string, int> visited, int depth)
    {
        var name = spread.Name.Value;
        if (_exceeded.TryGetValue(name, out var exceededAt) && exceededAt <= depth)
        {
            return true;
        }

        if (
            (visited.TryGetValue(name, out var visitedAt) && visitedAt >= depth)
            || (_kept.TryGetValue(name, out var keptAt) && keptAt >= depth)
            || context.FindFragment(name) is not { } fragment
        )
        {
            return false;
        }

        visited[name] = depth;
        var isTooDeep = IsTooDeep(fragment.SelectionSet, visited, depth);
        (isTooDeep ? _exceeded : _kept)[name] = depth;
        return isTooDeep;
    }
}
