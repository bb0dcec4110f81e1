using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>An object or list of the response whose values do not all come at once.</summary>
internal class ResultNode
{
    private readonly GraphQLType? _itemType;

    private ResultNode(ResultNode? parent, int parentSlot, int firstSlot, int count)
    {
        Parent = parent;
        ParentSlot = parentSlot;
        FirstSlot = firstSlot;
        Count = count;
    }

    private protected ResultNode(ResultNode? parent, int parentSlot, int firstSlot, SelectionSet selections)
        : this(parent, parentSlot, firstSlot, selections.Selections.Length) => Selections = selections.Selections;

    private protected ResultNode(
        ResultNode? parent,
        int parentSlot,
        int firstSlot,
        int count,
        Selection field,
        GraphQLType itemType
    )
        : this(parent, parentSlot, firstSlot, count)
    {
        ListField = field;
        _itemType = itemType;
    }

    /// <summary>The enclosing object or list; null at the root.</summary>
    public ResultNode? Parent { get; }

    /// <summary>The place among the parent's slots, counted from the parent's first.</summary>
    public int ParentSlot { get; }

    public int FirstSlot { get; }

    public int Count { get; }

    /// <summary>What is selected of an object, one for each slot; null for a list.</summary>
    public Selection[]? Selections { get; }

    /// <summary>The field whose value a list is (or is part of); null for an object.</summary>
    public Selection? ListField { get; }

    /// <summary>The node that encloses all others: the response's, or that of a part delivered later.</summary>
    public ResultNode Root
    {
        get
        {
            var node = this;
            while (node.Parent is { } parent)
            {
                node = parent;
            }

            return node;
        }
    }

    /// <summary>The node's own place in the response; null for its root.</summary>
    public ResponsePath? Path => Parent is { } parent ? parent.PathTo(ParentSlot) : RootPath;

    /// <summary>The place of a root.</summary>
    protected virtual ResponsePath? RootPath => null;

    /// <summary>The index of a list's first slot.</summary>
    protected virtual int FirstIndex => 0;

    /// <summary>Whether null took the place of the node, because it came where null may not.</summary>
    public bool IsDropped { get; set; }

    public static ResultNode OfObject(ResultSlots slots, ResultNode? parent, int parentSlot, SelectionSet selections) =>
        new(parent, parentSlot, slots.Take(selections.Selections.Length), selections);

    public static ResultNode OfList(
        ResultSlots slots,
        ResultNode parent,
        int parentSlot,
        int count,
        Selection field,
        GraphQLType itemType
    ) => new(parent, parentSlot, slots.Take(count), count, field, itemType);

    /// <summary>The type of what stands in a slot.</summary>
    public GraphQLType TypeOf(int slot) => _itemType ?? Selections![slot].Field.Type;

    /// <summary>Whether the node still has a place in the response.</summary>
    public bool IsAlive()
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.IsDropped)
            {
                return false;
            }
        }

        return true;
    }

    public ResponsePath PathTo(int slot) =>
        new(Path, Selections is null ? FirstIndex + slot : Selections[slot].ResponseName);
}
