using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules.TypeSystem;

/// <summary>Each kind of operation has at most one root type. See section 3.3.1 of the specification.</summary>
internal sealed class UniqueOperationTypesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueOperationTypes",
        context => new UniqueOperationTypesRule(context),
        [SyntaxKind.SchemaDefinition, SyntaxKind.SchemaExtension]
    );

    private readonly Dictionary<OperationType, OperationTypeDefinitionNode> _known = [];

    public override VisitAction Enter(SyntaxNode node)
    {
        var types = node is SchemaDefinitionNode definition
            ? definition.OperationTypes
            : ((SchemaExtensionNode)node).OperationTypes;
        foreach (var type in types)
        {
            if (!_known.TryAdd(type.Operation, type))
            {
                context.Report(
                    $"There can be only one {type.Operation.Keyword()} type in schema.",
                    _known[type.Operation],
                    type
                );
            }
        }

        return VisitAction.Skip;
    }
}
