using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>Counts the directives of a document as it is written.</summary>
internal sealed class MaxDirectivesLimit(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "MaxDirectives",
        context => new MaxDirectivesLimit(context),
        [SyntaxKind.Directive]
    );

    private int _count;

    public override VisitAction Enter(SyntaxNode node)
    {
        var limit = context.Options.MaxDirectives;
        if (++_count == limit + 1 && limit > 0)
        {
            context.ReportLimit(
                $"The document uses more than {limit} directives.",
                "DIRECTIVE_LIMIT_EXCEEDED",
                node,
                ("maxDirectives", limit)
            );
        }

        return VisitAction.Continue;
    }
}
