namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>
/// Sorts by a comparison that is no total order. Then the way of sorting shows in the outcome, so it is the one JavaScript engines use for short lists:
/// the run at the beginning is kept, or turned round when it descends, and the rest is inserted into it one after another.
/// </summary>
internal static class PartialOrder
{
    public static void Sort<T>(List<T> items, Comparison<T> compare)
    {
        for (var next = SortedStart(items, compare); next < items.Count; next++)
        {
            var item = items[next];
            var (low, high) = (0, next);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (compare(item, items[middle]) < 0)
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            items.RemoveAt(next);
            items.Insert(low, item);
        }
    }

    /// <summary>Makes the run at the beginning ascend and returns its length.</summary>
    private static int SortedStart<T>(List<T> items, Comparison<T> compare)
    {
        if (items.Count < 2)
        {
            return items.Count;
        }

        var descends = compare(items[1], items[0]) < 0;
        var length = 2;
        while (length < items.Count && compare(items[length], items[length - 1]) < 0 == descends)
        {
            length++;
        }

        if (descends)
        {
            items.Reverse(0, length);
        }

        return length;
    }
}
