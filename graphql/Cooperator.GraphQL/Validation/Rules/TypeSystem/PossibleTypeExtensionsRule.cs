using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules.TypeSystem;

/// <summary>What is extended is defined, and as a type of that kind. See section 3.4.3 of the specification.</summary>
internal sealed class PossibleTypeExtensionsRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "PossibleTypeExtensions",
        context => new PossibleTypeExtensionsRule(context),
        [
            SyntaxKind.ScalarTypeExtension,
            SyntaxKind.ObjectTypeExtension,
            SyntaxKind.InterfaceTypeExtension,
            SyntaxKind.UnionTypeExtension,
            SyntaxKind.EnumTypeExtension,
            SyntaxKind.InputObjectTypeExtension,
        ]
    );

    private readonly Dictionary<string, TypeDefinitionNode> _defined = DefinedIn(context.Document);

    public override VisitAction Enter(SyntaxNode node)
    {
        var name = ((TypeExtensionNode)node).Name;
        if (!_defined.TryGetValue(name.Value, out var definition))
        {
            var suggestion = Suggestions.DidYouMean(name.Value, _defined.Keys);
            context.Report($"Cannot extend type \"{name.Value}\" because it is not defined.{suggestion}", name);
        }
        else if (KindOf(definition.Kind) is var kind && kind != KindOf(node.Kind))
        {
            context.Report($"Cannot extend non-{KindOf(node.Kind)} type \"{name.Value}\".", definition, node);
        }

        return VisitAction.Continue;
    }

    private static string KindOf(SyntaxKind kind) =>
        kind switch
        {
            SyntaxKind.ScalarTypeDefinition or SyntaxKind.ScalarTypeExtension => "scalar",
            SyntaxKind.ObjectTypeDefinition or SyntaxKind.ObjectTypeExtension => "object",
            SyntaxKind.InterfaceTypeDefinition or SyntaxKind.InterfaceTypeExtension => "interface",
            SyntaxKind.UnionTypeDefinition or SyntaxKind.UnionTypeExtension => "union",
            SyntaxKind.EnumTypeDefinition or SyntaxKind.EnumTypeExtension => "enum",
            _ => "input object",
        };

    private static Dictionary<string, TypeDefinitionNode> DefinedIn(DocumentNode document)
    {
        var defined = new Dictionary<string, TypeDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions.OfType<TypeDefinitionNode>())
        {
            defined[definition.Name.Value] = definition;
        }

        return defined;
    }
}
