using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every directive is defined, and allowed at its place. See section 5.7.1 of the specification.</summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "KnownDirectives",
        context => new KnownDirectivesRule(context),
        [SyntaxKind.Directive]
    );

    private readonly Dictionary<string, HashSet<string>> _locations = LocationsOf(context);

    public override VisitAction Enter(SyntaxNode node)
    {
        var name = ((DirectiveNode)node).Name.Value;
        if (!_locations.TryGetValue(name, out var allowed))
        {
            context.Report($"Unknown directive \"@{name}\".", node);
        }
        else if (Location() is var location && !allowed.Contains(location))
        {
            context.Report($"Directive \"@{name}\" may not be used on {location}.", node);
        }

        return VisitAction.Continue;
    }

    private string Location() =>
        context.Ancestors[^1] switch
        {
            OperationDefinitionNode operation => operation.Operation.Keyword().ToUpperInvariant(),
            FieldNode => "FIELD",
            FragmentSpreadNode => "FRAGMENT_SPREAD",
            InlineFragmentNode => "INLINE_FRAGMENT",
            FragmentDefinitionNode => "FRAGMENT_DEFINITION",
            VariableDefinitionNode => "VARIABLE_DEFINITION",
            ScalarTypeDefinitionNode or ScalarTypeExtensionNode => "SCALAR",
            ObjectTypeDefinitionNode or ObjectTypeExtensionNode => "OBJECT",
            FieldDefinitionNode => "FIELD_DEFINITION",
            InterfaceTypeDefinitionNode or InterfaceTypeExtensionNode => "INTERFACE",
            UnionTypeDefinitionNode or UnionTypeExtensionNode => "UNION",
            EnumTypeDefinitionNode or EnumTypeExtensionNode => "ENUM",
            EnumValueDefinitionNode => "ENUM_VALUE",
            InputObjectTypeDefinitionNode or InputObjectTypeExtensionNode => "INPUT_OBJECT",
            InputValueDefinitionNode => context.Ancestors[^2]
                is InputObjectTypeDefinitionNode
                    or InputObjectTypeExtensionNode
                ? "INPUT_FIELD_DEFINITION"
                : "ARGUMENT_DEFINITION",
            DirectiveDefinitionNode or DirectiveExtensionNode => "DIRECTIVE_DEFINITION",
            _ => "SCHEMA",
        };

    private static Dictionary<string, HashSet<string>> LocationsOf(ValidationContext context)
    {
        var locations = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var directive in context.Schema.Directives)
        {
            locations[directive.Name] = [.. directive.Locations.Select(location => location.ToName())];
        }

        foreach (var definition in context.Document.Definitions)
        {
            if (definition is DirectiveDefinitionNode directive)
            {
                locations[directive.Name.Value] = [.. directive.Locations.Select(location => location.Value)];
            }
        }

        return locations;
    }
}
