using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>A document to execute holds operations and fragments only. See section 5.1.1 of the specification.</summary>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "ExecutableDefinitions",
        context => new ExecutableDefinitionsRule(context),
        [SyntaxKind.Document]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        foreach (var definition in ((DocumentNode)node).Definitions)
        {
            if (definition is not ExecutableDefinitionNode)
            {
                context.Report($"The {NameOf(definition)} definition is not executable.", definition);
            }
        }

        return VisitAction.Skip;
    }

    private static string NameOf(DefinitionNode definition) =>
        definition switch
        {
            TypeDefinitionNode type => $"\"{type.Name.Value}\"",
            TypeExtensionNode type => $"\"{type.Name.Value}\"",
            DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
            DirectiveExtensionNode directive => $"\"{directive.Name.Value}\"",
            _ => "schema",
        };
}
