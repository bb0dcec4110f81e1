using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules.TypeSystem;

/// <summary>A document has at most one schema definition. See section 3.3 of the specification.</summary>
internal sealed class LoneSchemaDefinitionRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "LoneSchemaDefinition",
        context => new LoneSchemaDefinitionRule(context),
        [SyntaxKind.SchemaDefinition]
    );

    private bool _isDefined;

    public override VisitAction Enter(SyntaxNode node)
    {
        if (_isDefined)
        {
            context.Report("Must provide only one schema definition.", node);
        }

        _isDefined = true;
        return VisitAction.Continue;
    }
}
