using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Names that stand more than once in a list.</summary>
internal static class Duplicates
{
    /// <summary>Each such name with all the places it stands at, in the order of the first of them.</summary>
    public static IEnumerable<(string Name, NameNode[] Nodes)> In(IEnumerable<NameNode> names) =>
        names
            .GroupBy(name => name.Value, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .Select(group => (group.Key, group.ToArray()));
}
