using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>No two operations have the same name. See section 5.2.2.1 of the specification.</summary>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueOperationNames",
        context => new UniqueOperationNamesRule(context),
        [SyntaxKind.OperationDefinition, SyntaxKind.FragmentDefinition]
    );

    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override VisitAction Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Name: { } name } && !_known.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value], name);
        }

        return VisitAction.Skip;
    }
}
