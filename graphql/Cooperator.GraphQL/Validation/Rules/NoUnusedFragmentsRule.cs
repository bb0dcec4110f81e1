using System.Runtime.InteropServices;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every fragment is reached by an operation. See section 5.5.1.4 of the specification.</summary>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "NoUnusedFragments",
        context => new NoUnusedFragmentsRule(context),
        [SyntaxKind.OperationDefinition, SyntaxKind.FragmentDefinition],
        [SyntaxKind.Document]
    );

    private readonly List<OperationDefinitionNode> _operations = [];
    private readonly List<FragmentDefinitionNode> _fragments = [];

    public override VisitAction Enter(SyntaxNode node)
    {
        switch (node)
        {
            case OperationDefinitionNode operation:
                _operations.Add(operation);
                break;
            case FragmentDefinitionNode fragment:
                _fragments.Add(fragment);
                break;
        }

        return VisitAction.Skip;
    }

    public override void Leave(SyntaxNode node)
    {
        var used = context
            .ReferencedFragments(CollectionsMarshal.AsSpan(_operations))
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in _fragments)
        {
            if (!used.Contains(fragment.Name.Value))
            {
                context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}
