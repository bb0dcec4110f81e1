using System.Globalization;
using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>Refuses an operation that would cost too much before anything of it runs.</summary>
internal sealed class MaxCostLimit(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "MaxCost",
        context => new MaxCostLimit(context),
        [SyntaxKind.OperationDefinition]
    );

    private readonly OperationCost _cost = new(context.Schema, context.FindFragment);

    public override VisitAction Enter(SyntaxNode node)
    {
        var limit = context.Options.MaxCost;
        if (limit > 0 && _cost.Measure((OperationDefinitionNode)node) is var cost && cost > limit)
        {
            context.ReportLimit(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The operation would cost {cost:0.##}, but may cost at most {limit:0.##}."
                ),
                "COST_LIMIT_EXCEEDED",
                node,
                ("cost", cost),
                ("maxCost", limit)
            );
        }

        return VisitAction.Skip;
    }
}
