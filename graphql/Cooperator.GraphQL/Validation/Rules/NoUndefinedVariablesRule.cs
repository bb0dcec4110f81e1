using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every variable used is defined by the operation. See section 5.8.3 of the specification.</summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "NoUndefinedVariables",
        context => new NoUndefinedVariablesRule(context),
        [SyntaxKind.OperationDefinition]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var operation = (OperationDefinitionNode)node;
        var defined = operation
            .VariableDefinitions.Select(definition => definition.Variable.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var usage in context.RecursiveVariableUsages(operation))
        {
            var name = usage.Node.Name.Value;
            if (!defined.Contains(name))
            {
                var by = operation.Name is null ? "" : $" by operation \"{operation.Name.Value}\"";
                context.Report($"Variable \"${name}\" is not defined{by}.", usage.Node, operation);
            }
        }

        return VisitAction.Skip;
    }
}
