using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Only lists are streamed. See section 5.7 of the specification.</summary>
internal sealed class StreamDirectiveOnListFieldRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "StreamDirectiveOnListField",
        context => new StreamDirectiveOnListFieldRule(context),
        [SyntaxKind.Directive]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var typeInfo = context.TypeInfo;
        if (
            ((DirectiveNode)node).Name.Value == "stream"
            && typeInfo.ParentType is { } parent
            && typeInfo.Field is { } field
            && field.Type.Nullable is not ListType
        )
        {
            context.Report($"Directive \"@stream\" cannot be used on non-list field \"{parent}.{field.Name}\".", node);
        }

        return VisitAction.Continue;
    }
}
