using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>No two fragments have the same name. See section 5.5.1.1 of the specification.</summary>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueFragmentNames",
        context => new UniqueFragmentNamesRule(context),
        [SyntaxKind.OperationDefinition, SyntaxKind.FragmentDefinition]
    );

    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override VisitAction Enter(SyntaxNode node)
    {
        if (node is FragmentDefinitionNode { Name: { } name } && !_known.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one fragment named \"{name.Value}\".", _known[name.Value], name);
        }

        return VisitAction.Skip;
    }
}
