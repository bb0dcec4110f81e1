using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Every spread names a fragment of the document. See section 5.5.2.1 of the specification.</summary>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule
{
    public static readonly RuleDefinition Definition = new(
        "KnownFragmentNames",
        context => new KnownFragmentNamesRule(context),
        [SyntaxKind.FragmentSpread]
    );

    public override VisitAction Enter(SyntaxNode node)
    {
        var name = ((FragmentSpreadNode)node).Name;
        if (context.FindFragment(name.Value) is null)
        {
            context.Report($"Unknown fragment \"{name.Value}\".", name);
        }

        return VisitAction.Continue;
    }
}
