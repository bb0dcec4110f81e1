using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>Refuses questions about the schema when introspection is switched off. <c>__typename</c> stays.</summary>
internal sealed class IntrospectionSwitch(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "IntrospectionSwitch",
        context => new IntrospectionSwitch(context),
        [SyntaxKind.Field]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var name = ((FieldNode)node).Name.Value;
        if (context.Options.AllowIntrospection || name is not ("__schema" or "__type"))
        {
            return VisitAction.Continue;
        }

        context.ReportLimit(
            $"GraphQL introspection has been disabled, but the requested query contained the field \"{name}\".",
            "INTROSPECTION_DISABLED",
            node
        );
        return VisitAction.Skip;
    }
}
