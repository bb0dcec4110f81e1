namespace Cooperator.GraphQL.Execution;

/// <summary>An object or list whose places are being filled, and how far that has come.</summary>
internal struct Frame(ResultNode node, object? value, int next, int end)
{
    /// <summary>The place in the response.</summary>
    public readonly ResultNode Node = node;

    /// <summary>The object whose fields are resolved, or the items of the list.</summary>
    public readonly object? Value = value;

    /// <summary>The next slot to fill.</summary>
    public int Next = next;

    /// <summary>The slot to stop before.</summary>
    public readonly int End = end;
}
