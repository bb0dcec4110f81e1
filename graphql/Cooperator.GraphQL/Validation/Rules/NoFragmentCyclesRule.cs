using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, directly or through others. See section 5.5.2.2 of the specification.</summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "NoFragmentCycles",
        context => new NoFragmentCyclesRule(context),
        [SyntaxKind.OperationDefinition, SyntaxKind.FragmentDefinition]
    );

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _startOnPath = new(StringComparer.Ordinal);

    public override VisitAction Enter(SyntaxNode node)
    {
        if (node is FragmentDefinitionNode fragment)
        {
            FindCycles(fragment);
        }

        return VisitAction.Skip;
    }

    // A fragment that was visited before can not be part of a cycle that was not reported then.
    private void FindCycles(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name))
        {
            return;
        }

        ValidationStack.Ensure();
        _startOnPath[name] = _path.Count;
        foreach (var spread in context.SpreadsIn(fragment.SelectionSet))
        {
            _path.Add(spread);
            if (_startOnPath.TryGetValue(spread.Name.Value, out var start))
            {
                Report(spread.Name.Value, start);
            }
            else if (context.FindFragment(spread.Name.Value) is { } next)
            {
                FindCycles(next);
            }

            _path.RemoveAt(_path.Count - 1);
        }

        _startOnPath.Remove(name);
    }

    private void Report(string name, int start)
    {
        SyntaxNode[] cycle = [.. _path.Skip(start)];
        var via = string.Join(", ", _path.Skip(start).SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
        context.Report(
            $"Cannot spread fragment \"{name}\" within itself" + (via.Length > 0 ? $" via {via}." : "."),
            cycle
        );
    }
}
