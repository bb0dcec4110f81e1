using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one. See section 5.2.3.1 of the specification.</summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "LoneAnonymousOperation",
        context => new LoneAnonymousOperationRule(context),
        [SyntaxKind.OperationDefinition]
    );

    private readonly int _operations = context.Document.Definitions.Count(node => node is OperationDefinitionNode);

    public override VisitAction Enter(SyntaxNode node)
    {
        if (_operations > 1 && node is OperationDefinitionNode { Name: null })
        {
            context.Report("This anonymous operation must be the only defined operation.", node);
        }

        return VisitAction.Skip;
    }
}
