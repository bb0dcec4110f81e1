using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>A fragment can apply where it is spread: some object type is of both types. See section 5.5.2.3 of the specification.</summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "PossibleFragmentSpreads",
        context => new PossibleFragmentSpreadsRule(context),
        [SyntaxKind.InlineFragment, SyntaxKind.FragmentSpread]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var parent = context.TypeInfo.ParentType;
        switch (node)
        {
            case InlineFragmentNode when context.TypeInfo.Type is NamedType type && NeverMeet(type, parent):
                context.Report(
                    $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                    node
                );
                break;
            case FragmentSpreadNode spread when TypeOf(spread) is { } type && NeverMeet(type, parent):
                context.Report(
                    $"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                    node
                );
                break;
        }

        return VisitAction.Continue;
    }

    private NamedType? TypeOf(FragmentSpreadNode spread) =>
        context.FindFragment(spread.Name.Value) is { } fragment
            ? context.Schema.FindType(fragment.TypeCondition.Name.Value)
            : null;

    private bool NeverMeet(NamedType type, NamedType? parent) =>
        type.IsComposite && parent is not null && !context.Schema.DoTypesOverlap(type, parent);
}
