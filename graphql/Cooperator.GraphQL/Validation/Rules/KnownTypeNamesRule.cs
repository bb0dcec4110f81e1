using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every type named exists. See section 5.5.1.2 of the specification.</summary>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "KnownTypeNames",
        context => new KnownTypeNamesRule(context),
        [SyntaxKind.NamedType]
    );

    private static readonly string[] StandardTypes =
    [
        "String",
        "Int",
        "Float",
        "Boolean",
        "ID",
        "__Schema",
        "__Directive",
        "__DirectiveLocation",
        "__Type",
        "__Field",
        "__InputValue",
        "__EnumValue",
        "__TypeKind",
    ];

    private HashSet<string>? _defined;

    public override VisitAction Enter(SyntaxNode node)
    {
        var name = ((NamedTypeNode)node).Name.Value;
        if (context.Schema.FindType(name) is not null || DefinedInDocument.Contains(name))
        {
            return VisitAction.Continue;
        }

        var isTypeSystem = context.Ancestors[1] is TypeSystemDefinitionNode or TypeSystemExtensionNode;
        if (isTypeSystem && StandardTypes.Contains(name))
        {
            return VisitAction.Continue;
        }

        var known = context.Schema.Types.Keys.Concat(DefinedInDocument);
        var suggestion = Suggestions.DidYouMean(name, isTypeSystem ? known.Concat(StandardTypes) : known);
        context.Report($"Unknown type \"{name}\".{suggestion}", node);
        return VisitAction.Continue;
    }

    private HashSet<string> DefinedInDocument =>
        _defined ??= context
            .Document.Definitions.OfType<TypeDefinitionNode>()
            .Select(definition => definition.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
}
