using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Execution;

/// <summary>One <c>@defer</c> among the selections of an object.</summary>
/// <param name="directive">The directive.</param>
/// <param name="parent">The <c>@defer</c> it stands in; null when it belongs to the first result.</param>
internal sealed class DeferUsage(DirectiveNode directive, DeferUsage? parent)
{
    public DirectiveNode Directive => directive;

    public DeferUsage? Parent => parent;

    public string? Label { get; } = IncrementalDirectives.Label(directive);

    /// <summary>Whether it stands, at any depth, in one of the others.</summary>
    public bool IsInside(List<DeferUsage> others)
    {
        for (var outer = parent; outer is not null; outer = outer.Parent)
        {
            if (others.Contains(outer))
            {
                return true;
            }
        }

        return false;
    }
}
