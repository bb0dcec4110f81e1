using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every variable defined is used. See section 5.8.4 of the specification.</summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "NoUnusedVariables",
        context => new NoUnusedVariablesRule(context),
        [SyntaxKind.OperationDefinition]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.VariableDefinitions.IsEmpty)
        {
            return VisitAction.Skip;
        }

        var used = context
            .RecursiveVariableUsages(operation)
            .Select(usage => usage.Node.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            var name = definition.Variable.Name.Value;
            if (!used.Contains(name))
            {
                var place = operation.Name is null ? "" : $" in operation \"{operation.Name.Value}\"";
                context.Report($"Variable \"${name}\" is never used{place}.", definition);
            }
        }

        return VisitAction.Skip;
    }
}
