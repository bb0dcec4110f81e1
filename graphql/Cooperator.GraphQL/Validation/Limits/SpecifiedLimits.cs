namespace Cooperator.GraphQL.Validation.Limits;

/// <summary>The limits that are checked once a document is known to be valid.</summary>
internal static class SpecifiedLimits
{
    public static RuleSet RuleSet { get; } = new([]);
}
