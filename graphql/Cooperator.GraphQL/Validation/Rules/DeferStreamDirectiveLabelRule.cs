using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Labels of <c>@defer</c> and <c>@stream</c> are static and unique. See section 5.7 of the specification.</summary>
internal sealed class DeferStreamDirectiveLabelRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "DeferStreamDirectiveLabel",
        context => new DeferStreamDirectiveLabelRule(context),
        [SyntaxKind.Directive]
    );

    private readonly Dictionary<string, DirectiveNode> _known = new(StringComparer.Ordinal);

    public override VisitAction Enter(SyntaxNode node)
    {
        var directive = (DirectiveNode)node;
        if (directive.Name.Value is not ("defer" or "stream"))
        {
            return VisitAction.Continue;
        }

        switch (directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "label")?.Value)
        {
            case null or NullValueNode:
                break;
            case StringValueNode label:
                if (!_known.TryAdd(label.Value, directive))
                {
                    context.Report(
                        "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                        _known[label.Value],
                        directive
                    );
                }

                break;
            default:
                context.Report($"Argument \"@{directive.Name.Value}(label:)\" must be a static string.", directive);
                break;
        }

        return VisitAction.Continue;
    }
}
