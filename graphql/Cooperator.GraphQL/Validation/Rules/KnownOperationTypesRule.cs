using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for each operation. See section 5.2.1 of the specification.</summary>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "KnownOperationTypes",
        context => new KnownOperationTypesRule(context),
        [SyntaxKind.OperationDefinition]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var operation = ((OperationDefinitionNode)node).Operation;
        if (context.Schema.RootType(operation) is null)
        {
            context.Report($"The {operation.Keyword()} operation is not supported by the schema.", node);
        }

        return VisitAction.Continue;
    }
}
