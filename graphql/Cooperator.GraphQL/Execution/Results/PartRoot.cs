using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>The root of a part of the response that is delivered after the first result: deferred fields of an object, or one item of a streamed list.</summary>
internal sealed class PartRoot : ResultNode
{
    private readonly ResponsePath? _path;
    private readonly int _firstIndex;

    private PartRoot(ResultSlots slots, SelectionSet selections, ResultNode origin)
        : base(null, 0, slots.Take(selections.Selections.Length), selections)
    {
        _path = origin.Path;
        Origin = origin;
    }

    private PartRoot(ResultSlots slots, Selection field, GraphQLType itemType, ResponsePath? path, int index)
        : base(null, 0, slots.Take(1), 1, field, itemType)
    {
        _path = path;
        _firstIndex = index;
    }

    /// <summary>The object in the earlier part; null for an item of a stream, which nothing earlier defers.</summary>
    public ResultNode? Origin { get; }

    /// <summary>The errors of this part; null without any.</summary>
    public ErrorLog? Errors { get; set; }

    protected override ResponsePath? RootPath => _path;

    protected override int FirstIndex => _firstIndex;

    public static PartRoot OfObject(ResultSlots slots, SelectionSet selections, ResultNode origin) =>
        new(slots, selections, origin);

    public static PartRoot OfItem(ResultSlots slots, StreamedList list) =>
        new(slots, list.Field, list.ItemType, list.Path, list.NextIndex);
}
