using Cooperator.GraphQL.Language;
using Cooperator.GraphQL.Validation;

namespace Cooperator.GraphQL.Tests.Differential;

/// <summary>Counts how many documents broke each rule: a comparison proves nothing about a rule that none broke.</summary>
internal sealed class RuleHits(RuleSet rules)
{
    // Enough to be sure; after that the rule is not tried alone any more.
    private const int Enough = 5;

    private readonly Dictionary<RuleDefinition, int> _hits = rules.Rules.ToDictionary(rule => rule, _ => 0);

    /// <summary>The rules that hardly any document broke.</summary>
    public IEnumerable<string> Missed => _hits.Where(pair => pair.Value < Enough).Select(pair => pair.Key.Name);

    public void Count(DocumentValidator validator, DocumentNode document)
    {
        foreach (var (rule, hits) in _hits)
        {
            if (hits < Enough && !validator.Validate(document, new RuleSet([rule])).IsEmpty)
            {
                _hits[rule]++;
            }
        }
    }
}
