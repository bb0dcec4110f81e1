using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Fragments apply to types that have fields. See section 5.5.1.3 of the specification.</summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "FragmentsOnCompositeTypes",
        context => new FragmentsOnCompositeTypesRule(context),
        [SyntaxKind.InlineFragment, SyntaxKind.FragmentDefinition]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var condition = (node as FragmentDefinitionNode)?.TypeCondition ?? (node as InlineFragmentNode)?.TypeCondition;
        if (condition is null || context.Schema.FindType(condition.Name.Value) is null or { IsComposite: true })
        {
            return VisitAction.Continue;
        }

        var fragment = node is FragmentDefinitionNode definition ? $"Fragment \"{definition.Name.Value}\"" : "Fragment";
        context.Report($"{fragment} cannot condition on non composite type \"{condition.Name.Value}\".", condition);
        return VisitAction.Continue;
    }
}
