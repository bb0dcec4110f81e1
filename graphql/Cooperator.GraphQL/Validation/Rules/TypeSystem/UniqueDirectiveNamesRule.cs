using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules.TypeSystem;

/// <summary>No two directives have the same name. See section 3.13 of the specification.</summary>
internal sealed class UniqueDirectiveNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueDirectiveNames",
        context => new UniqueDirectiveNamesRule(context),
        [SyntaxKind.DirectiveDefinition]
    );

    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override VisitAction Enter(SyntaxNode node)
    {
        var name = ((DirectiveDefinitionNode)node).Name;
        if (!_known.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one directive named \"@{name.Value}\".", _known[name.Value], name);
        }

        return VisitAction.Skip;
    }
}
