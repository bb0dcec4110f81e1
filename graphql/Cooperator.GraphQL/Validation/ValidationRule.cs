using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation;

/// <summary>One rule at work on one document; made anew for each, so that it may keep what it has seen.</summary>
internal abstract class ValidationRule
{
    /// <summary>Called before the children of a node of the kinds the rule asked for. <see cref="VisitAction.Skip"/> leaves the children out for this rule only.</summary>
    public virtual VisitAction Enter(SyntaxNode node) => VisitAction.Continue;

    /// <summary>Called after the children of a node of the kinds the rule asked for.</summary>
    public virtual void Leave(SyntaxNode node) { }
}

/// <summary>How to make a rule, and which nodes it wants to see.</summary>
/// <param name="Name">The name of the rule in the specification.</param>
/// <param name="Create">Makes the rule for one document.</param>
/// <param name="EnterKinds">The kinds of nodes <see cref="ValidationRule.Enter"/> is called for.</param>
/// <param name="LeaveKinds">The kinds of nodes <see cref="ValidationRule.Leave"/> is called for.</param>
internal sealed record RuleDefinition(
    string Name,
    Func<ValidationContext, ValidationRule> Create,
    SyntaxKind[] EnterKinds,
    SyntaxKind[]? LeaveKinds = null
);
