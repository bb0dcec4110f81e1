using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>No two variables of an operation have the same name. See section 5.8.1 of the specification.</summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "UniqueVariableNames",
        context => new UniqueVariableNamesRule(context),
        [SyntaxKind.OperationDefinition]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var names = ((OperationDefinitionNode)node).VariableDefinitions.Select(definition => definition.Variable.Name);
        foreach (var (name, nodes) in Duplicates.In(names))
        {
            context.Report($"There can be only one variable named \"${name}\".", nodes);
        }

        return VisitAction.Skip;
    }
}
