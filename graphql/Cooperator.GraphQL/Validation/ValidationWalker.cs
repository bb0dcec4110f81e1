using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation;

/// <summary>Walks a document once for all rules, in their order, and keeps track of types and ancestors.</summary>
internal sealed class ValidationWalker : SyntaxVisitor
{
    private readonly ValidationContext _context;
    private readonly RuleSet _ruleSet;
    private readonly ValidationRule[] _rules;

    // The node whose inside a rule has asked to leave out.
    private readonly SyntaxNode?[] _skipped;

    public ValidationWalker(ValidationContext context, RuleSet ruleSet)
    {
        _context = context;
        _ruleSet = ruleSet;
        _rules = new ValidationRule[ruleSet.Rules.Length];
        _skipped = new SyntaxNode?[_rules.Length];
        for (var i = 0; i < _rules.Length; i++)
        {
            _rules[i] = ruleSet.Rules[i].Create(context);
        }
    }

    // A description is not a value that has to be of some type.
    protected override bool VisitsDescriptions => false;

    protected override VisitAction Enter(SyntaxNode node)
    {
        _context.TypeInfo.Enter(node);
        foreach (var index in _ruleSet.Entering[(int)node.Kind])
        {
            if (_skipped[index] is null && _rules[index].Enter(node) == VisitAction.Skip)
            {
                _skipped[index] = node;
            }
        }

        _context.Ancestors.Add(node);
        return VisitAction.Continue;
    }

    protected override VisitAction Leave(SyntaxNode node)
    {
        _context.Ancestors.RemoveAt(_context.Ancestors.Count - 1);
        foreach (var index in _ruleSet.Leaving[(int)node.Kind])
        {
            if (_skipped[index] is null)
            {
                _rules[index].Leave(node);
            }
        }

        foreach (var index in _ruleSet.Entering[(int)node.Kind])
        {
            if (ReferenceEquals(_skipped[index], node))
            {
                _skipped[index] = null;
            }
        }

        _context.TypeInfo.Leave(node);
        return VisitAction.Continue;
    }
}
