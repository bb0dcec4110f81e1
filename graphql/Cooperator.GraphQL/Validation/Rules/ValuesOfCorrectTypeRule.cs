using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every literal is a value of the type expected at its place. See section 5.6.1 of the specification.</summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "ValuesOfCorrectType",
        context => new ValuesOfCorrectTypeRule(context),
        [
            SyntaxKind.NullValue,
            SyntaxKind.ListValue,
            SyntaxKind.ObjectValue,
            SyntaxKind.EnumValue,
            SyntaxKind.IntValue,
            SyntaxKind.FloatValue,
            SyntaxKind.StringValue,
            SyntaxKind.BooleanValue,
        ]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        // The walk has already gone on to the type of the items.
        var type = node is ListValueNode ? context.TypeInfo.ParentInputType : context.TypeInfo.InputType;
        if (type is null)
        {
            return VisitAction.Skip;
        }

        InputCoercion.FindFaults(
            type,
            (ValueNode)node,
            variables: null,
            fault => context.Report(fault.Message, fault.Node ?? node)
        );
        return VisitAction.Skip;
    }
}
