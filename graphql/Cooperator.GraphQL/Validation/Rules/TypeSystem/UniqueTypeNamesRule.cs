using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules.TypeSystem;

/// <summary>No two types have the same name. See section 3.4 of the specification.</summary>
internal sealed class UniqueTypeNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueTypeNames",
        context => new UniqueTypeNamesRule(context),
        [
            SyntaxKind.ScalarTypeDefinition,
            SyntaxKind.ObjectTypeDefinition,
            SyntaxKind.InterfaceTypeDefinition,
            SyntaxKind.UnionTypeDefinition,
            SyntaxKind.EnumTypeDefinition,
            SyntaxKind.InputObjectTypeDefinition,
        ]
    );

    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override VisitAction Enter(SyntaxNode node)
    {
        var name = ((TypeDefinitionNode)node).Name;
        if (!_known.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one type named \"{name.Value}\".", _known[name.Value], name);
        }

        return VisitAction.Skip;
    }
}
