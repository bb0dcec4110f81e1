using System.Collections.Immutable;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>A directive stands at one place once, unless it is repeatable. See section 5.7.3 of the specification.</summary>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueDirectivesPerLocation",
        context => new UniqueDirectivesPerLocationRule(context),
        [
            SyntaxKind.OperationDefinition,
            SyntaxKind.VariableDefinition,
            SyntaxKind.Field,
            SyntaxKind.FragmentSpread,
            SyntaxKind.InlineFragment,
            SyntaxKind.FragmentDefinition,
            SyntaxKind.SchemaDefinition,
            SyntaxKind.SchemaExtension,
            SyntaxKind.ScalarTypeDefinition,
            SyntaxKind.ScalarTypeExtension,
            SyntaxKind.ObjectTypeDefinition,
            SyntaxKind.ObjectTypeExtension,
            SyntaxKind.FieldDefinition,
            SyntaxKind.InputValueDefinition,
            SyntaxKind.InterfaceTypeDefinition,
            SyntaxKind.InterfaceTypeExtension,
            SyntaxKind.UnionTypeDefinition,
            SyntaxKind.UnionTypeExtension,
            SyntaxKind.EnumTypeDefinition,
            SyntaxKind.EnumTypeExtension,
            SyntaxKind.EnumValueDefinition,
            SyntaxKind.InputObjectTypeDefinition,
            SyntaxKind.InputObjectTypeExtension,
            SyntaxKind.DirectiveDefinition,
            SyntaxKind.DirectiveExtension,
        ]
    );

    private readonly Dictionary<string, bool> _isUnique = DirectivesOf(context);

    // A definition and its extensions are one place.
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _seenOnDefinitions = new(
        StringComparer.Ordinal
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var (directives, definition) = DirectivesOn(node);
        if (directives.Length < 2 && (directives.IsEmpty || definition is null))
        {
            return VisitAction.Continue;
        }

        var seen = definition is null ? new(StringComparer.Ordinal) : SeenOn(definition);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (_isUnique.GetValueOrDefault(name) && !seen.TryAdd(name, directive))
            {
                context.Report(
                    $"The directive \"@{name}\" can only be used once at this location.",
                    seen[name],
                    directive
                );
            }
        }

        return VisitAction.Continue;
    }

    private Dictionary<string, DirectiveNode> SeenOn(string definition)
    {
        if (!_seenOnDefinitions.TryGetValue(definition, out var seen))
        {
            seen = new(StringComparer.Ordinal);
            _seenOnDefinitions.Add(definition, seen);
        }

        return seen;
    }

    /// <summary>The directives of a node, and the name of the definition that spans more than this node.</summary>
    private static (ImmutableArray<DirectiveNode> Directives, string? Definition) DirectivesOn(SyntaxNode node) =>
        node switch
        {
            SelectionNode n => (n.Directives, null),
            ExecutableDefinitionNode n => (n.Directives, null),
            VariableDefinitionNode n => (n.Directives, null),
            FieldDefinitionNode n => (n.Directives, null),
            InputValueDefinitionNode n => (n.Directives, null),
            EnumValueDefinitionNode n => (n.Directives, null),
            TypeDefinitionNode n => (n.Directives, n.Name.Value),
            TypeExtensionNode n => (n.Directives, n.Name.Value),
            DirectiveDefinitionNode n => (n.Directives, "@" + n.Name.Value),
            DirectiveExtensionNode n => (n.Directives, "@" + n.Name.Value),
            TypeSystemDefinitionNode n => (n.Directives, "schema {}"),
            TypeSystemExtensionNode n => (n.Directives, "schema {}"),
            _ => ([], null),
        };

    private static Dictionary<string, bool> DirectivesOf(ValidationContext context)
    {
        var isUnique = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var directive in context.Schema.Directives)
        {
            isUnique[directive.Name] = !directive.IsRepeatable;
        }

        foreach (var definition in context.Document.Definitions)
        {
            if (definition is DirectiveDefinitionNode directive)
            {
                isUnique[directive.Name.Value] = !directive.IsRepeatable;
            }
        }

        return isUnique;
    }
}
