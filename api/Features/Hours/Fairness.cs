namespace Cooperator.Api.Features.Hours;

/// <summary>How the work is spread, without telling on anybody: no group of fewer than five people is shown.</summary>
/// <param name="Members">How many owe hours in the period.</param>
/// <param name="MedianPercent">What the one in the middle has done of their quota.</param>
/// <param name="Distribution">How many have done how much, from little to much.</param>
public sealed record Fairness(int Members, int MedianPercent, IReadOnlyList<FairnessCell> Distribution)
{
    /// <summary>Below this many, who knows the house knows whom a number is about.</summary>
    public const int SmallestCell = 5;

    private static readonly int[] Bounds = [0, 25, 50, 75, 100, 125];

    /// <summary>Null when there are too few people to hide among.</summary>
    /// <param name="percents">Of each member who owes hours: how many per cent of the quota are done.</param>
    public static Fairness? Of(IReadOnlyCollection<int> percents)
    {
        if (percents.Count < SmallestCell)
        {
            return null;
        }

        var sorted = percents.Order().ToList();
        return new Fairness(sorted.Count, sorted[(sorted.Count - 1) / 2], Merge(Cells(sorted)));
    }

    // From less than nothing, which a correction can bring about, up to everything beyond.
    private static IEnumerable<FairnessCell> Cells(List<int> percents)
    {
        for (var i = 0; i < Bounds.Length; i++)
        {
            int? from = i == 0 ? null : Bounds[i];
            int? below = i + 1 < Bounds.Length ? Bounds[i + 1] : null;
            yield return new(
                from,
                below,
                percents.Count(p => (from is null || p >= from) && (below is null || p < below))
            );
        }
    }

    // Neighbours come together until each cell is large enough; what is left over at the end goes to the last one.
    private static List<FairnessCell> Merge(IEnumerable<FairnessCell> cells)
    {
        var merged = new List<FairnessCell>();
        FairnessCell? open = null;
        foreach (var cell in cells)
        {
            open = open is null ? cell : open.And(cell);
            if (open.Members >= SmallestCell)
            {
                merged.Add(open);
                open = null;
            }
        }

        if (open is not null)
        {
            merged[^1] = merged[^1].And(open);
        }

        return merged;
    }
}

/// <summary>Members who have done at least <paramref name="FromPercent"/> and less than <paramref name="BelowPercent"/> of their quota.</summary>
/// <param name="FromPercent">Null for the first cell.</param>
/// <param name="BelowPercent">Null for the last cell.</param>
/// <param name="Members">At least five.</param>
public sealed record FairnessCell(int? FromPercent, int? BelowPercent, int Members)
{
    internal FairnessCell And(FairnessCell next) => new(FromPercent, next.BelowPercent, Members + next.Members);
}
