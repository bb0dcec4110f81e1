using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation;

/// <summary>An ordered set of rules with, for each kind of node, the rules that want to see it.</summary>
internal sealed class RuleSet
{
    private static readonly int KindCount = Enum.GetValues<SyntaxKind>().Length;

    public RuleSet(IEnumerable<RuleDefinition> rules)
    {
        Rules = [.. rules];
        Entering = Table(rule => rule.EnterKinds);
        Leaving = Table(rule => rule.LeaveKinds ?? []);
    }

    public ImmutableArray<RuleDefinition> Rules { get; }

    /// <summary>Indices of the rules to call before the children, by kind.</summary>
    public int[][] Entering { get; }

    /// <summary>Indices of the rules to call after the children, by kind.</summary>
    public int[][] Leaving { get; }

    private int[][] Table(Func<RuleDefinition, SyntaxKind[]> kindsOf) =>
        [
            .. Enumerable
                .Range(0, KindCount)
                .Select(kind =>
                    Enumerable
                        .Range(0, Rules.Length)
                        .Where(rule => kindsOf(Rules[rule]).Contains((SyntaxKind)kind))
                        .ToArray()
                ),
        ];
}
