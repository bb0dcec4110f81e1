using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules.TypeSystem;

/// <summary>An enum and its extensions define each value once. See section 3.9 of the specification.</summary>
internal sealed class UniqueEnumValueNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueEnumValueNames",
        context => new UniqueEnumValueNamesRule(context),
        [SyntaxKind.EnumTypeDefinition, SyntaxKind.EnumTypeExtension]
    );

    private readonly Dictionary<(string Type, string Value), NameNode> _known = [];

    public override VisitAction Enter(SyntaxNode node)
    {
        var (type, values) = node is EnumTypeDefinitionNode definition
            ? (definition.Name.Value, definition.Values)
            : (((EnumTypeExtensionNode)node).Name.Value, ((EnumTypeExtensionNode)node).Values);
        foreach (var name in values.Select(value => value.Name))
        {
            if (!_known.TryAdd((type, name.Value), name))
            {
                context.Report(
                    $"Enum value \"{type}.{name.Value}\" can only be defined once.",
                    _known[(type, name.Value)],
                    name
                );
            }
        }

        return VisitAction.Skip;
    }
}
