using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>Counts the aliases of a document as it is written.</summary>
internal sealed class MaxAliasesLimit(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "MaxAliases",
        context => new MaxAliasesLimit(context),
        [SyntaxKind.Field]
    );

    private int _count;

    public override VisitAction Enter(SyntaxNode node)
    {
        var limit = context.Options.MaxAliases;
        if (node is FieldNode { Alias: not null } && ++_count == limit + 1 && limit > 0)
        {
            context.ReportLimit(
                $"The document uses more than {limit} aliases.",
                "ALIAS_LIMIT_EXCEEDED",
                node,
                ("maxAliases", limit)
            );
        }

        return VisitAction.Continue;
    }
}
