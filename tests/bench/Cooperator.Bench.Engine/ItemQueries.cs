using Cooperator.GraphQL;

namespace Cooperator.Bench.Engine;

/// <summary>A thousand objects in memory, with five scalars each.</summary>
[QueryType]
public static class ItemQueries
{
    private static readonly Item[] Items =
    [
        .. Enumerable
            .Range(0, 1000)
            .Select(id => new Item(id, $"Item {id}", id * 1.25, id % 2 == 0, id % 3 == 0 ? null : "a note")),
    ];

    public static IReadOnlyList<Item> GetItems() => Items;
}

/// <summary>One of the thousand.</summary>
public sealed record Item(int Id, string Name, double Price, bool IsOpen, string? Note);
