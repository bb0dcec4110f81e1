using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Variables are of input types. See section 5.8.2 of the specification.</summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "VariablesAreInputTypes",
        context => new VariablesAreInputTypesRule(context),
        [SyntaxKind.VariableDefinition]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var definition = (VariableDefinitionNode)node;
        if (context.Schema.FindType(definition.Type) is { IsInputType: false })
        {
            context.Report(
                $"Variable \"${definition.Variable.Name.Value}\" cannot be non-input type \"{definition.Type}\".",
                definition.Type
            );
        }

        return VisitAction.Continue;
    }
}
