using FieldPlace = Cooperator.GraphQL.Execution.FieldCollector.FieldPlace;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Divides the fields of an object among the parts of a response, so that each comes once: with the earliest part that asks for it. As graphql-js's
/// "buildExecutionPlan" does.
/// </summary>
internal static class DeferPlan
{
    /// <param name="places">The fields of the object.</param>
    /// <param name="part">The part that the object is executed for.</param>
    /// <returns>The fields that belong to the same part, and the parts of the others.</returns>
    public static (List<FieldPlace> Now, List<(DeferUsage[] Part, List<FieldPlace> Places)> Later) Of(
        List<FieldPlace> places,
        DeferUsage[] part
    )
    {
        var now = new List<FieldPlace>(places.Count);
        var later = new List<(DeferUsage[] Part, List<FieldPlace> Places)>();
        foreach (var place in places)
        {
            var own = PartOf(place.Field.Occurrences);
            if (IsSame(own, part))
            {
                now.Add(place);
                continue;
            }

            var known = later.FindIndex(one => IsSame(own, one.Part));
            if (known < 0)
            {
                later.Add(([.. own], [place]));
            }
            else
            {
                later[known].Places.Add(place);
            }
        }

        return (now, later);
    }

    private static List<DeferUsage> PartOf(List<SelectionOccurrence> occurrences)
    {
        var usages = new List<DeferUsage>();
        foreach (var occurrence in occurrences)
        {
            if (occurrence.Defer is null)
            {
                return [];
            }

            if (!usages.Contains(occurrence.Defer))
            {
                usages.Add(occurrence.Defer);
            }
        }

        // What an enclosing part brings need not wait for the inner one.
        return usages.FindAll(usage => !usage.IsInside(usages));
    }

    private static bool IsSame(List<DeferUsage> usages, DeferUsage[] others) =>
        usages.Count == others.Length && usages.TrueForAll(others.Contains);
}
