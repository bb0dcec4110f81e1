using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules.TypeSystem;

/// <summary>A type and its extensions define each field once. See sections 3.6, 3.7 and 3.10 of the specification.</summary>
internal sealed class UniqueFieldDefinitionNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueFieldDefinitionNames",
        context => new UniqueFieldDefinitionNamesRule(context),
        [
            SyntaxKind.ObjectTypeDefinition,
            SyntaxKind.ObjectTypeExtension,
            SyntaxKind.InterfaceTypeDefinition,
            SyntaxKind.InterfaceTypeExtension,
            SyntaxKind.InputObjectTypeDefinition,
            SyntaxKind.InputObjectTypeExtension,
        ]
    );

    private readonly Dictionary<(string Type, string Field), NameNode> _known = [];

    public override VisitAction Enter(SyntaxNode node)
    {
        var type = node is TypeDefinitionNode definition ? definition.Name.Value : ((TypeExtensionNode)node).Name.Value;
        foreach (var name in NamesIn(node))
        {
            if (!_known.TryAdd((type, name.Value), name))
            {
                context.Report(
                    $"Field \"{type}.{name.Value}\" can only be defined once.",
                    _known[(type, name.Value)],
                    name
                );
            }
        }

        return VisitAction.Skip;
    }

    private static IEnumerable<NameNode> NamesIn(SyntaxNode node) =>
        node switch
        {
            ObjectTypeDefinitionNode n => n.Fields.Select(field => field.Name),
            ObjectTypeExtensionNode n => n.Fields.Select(field => field.Name),
            InterfaceTypeDefinitionNode n => n.Fields.Select(field => field.Name),
            InterfaceTypeExtensionNode n => n.Fields.Select(field => field.Name),
            InputObjectTypeDefinitionNode n => n.Fields.Select(field => field.Name),
            InputObjectTypeExtensionNode n => n.Fields.Select(field => field.Name),
            _ => [],
        };
}
