using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>What an operation selects of one object type, merged as section 6.3.2 of the specification ("CollectFields") describes.</summary>
internal sealed class SelectionSet
{
    public SelectionSet(ObjectType type, Selection[] selections, Deferral? deferral = null)
    {
        Type = type;
        Selections = selections;
        Deferral = deferral;
        IsPure = deferral is null && Array.TrueForAll(selections, selection => selection.IsPure);
    }

    public ObjectType Type { get; }

    /// <summary>In response order.</summary>
    public Selection[] Selections { get; }

    /// <summary>What is selected of the same object, but delivered later; null when everything comes at once.</summary>
    public Deferral? Deferral { get; }

    /// <summary>Whether every field, at any depth, is had from its parent alone, so that values are written at once.</summary>
    public bool IsPure { get; }
}
