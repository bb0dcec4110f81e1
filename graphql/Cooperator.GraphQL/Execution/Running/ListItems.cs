using System.Collections;

namespace Cooperator.GraphQL.Execution;

/// <summary>What counts as a list when a field's value is completed, see section 6.4.3 of the specification.</summary>
internal static class ListItems
{
    /// <summary>The items of a list, or null when the value is none: a string and a dictionary are no lists, though they enumerate.</summary>
    public static IEnumerable? Of(object value) => value is string or IDictionary ? null : value as IEnumerable;

    /// <summary>The items as a list with a known count.</summary>
    public static IList Counted(IEnumerable items)
    {
        if (items is IList list)
        {
            return list;
        }

        var counted = new List<object?>();
        foreach (var item in items)
        {
            counted.Add(item);
        }

        return counted;
    }

    /// <summary>Reads a sequence to its end.</summary>
    public static async Task<object?> ReadAllAsync(IAsyncEnumerable<object?> items, CancellationToken cancellationToken)
    {
        var read = new List<object?>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            read.Add(item);
        }

        return read;
    }
}
