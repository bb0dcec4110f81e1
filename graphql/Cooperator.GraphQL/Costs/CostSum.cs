namespace Cooperator.GraphQL.Costs;

/// <summary>The part of a selection set's cost that hangs on variables.</summary>
internal readonly record struct CostSum(CostProduct[] Products)
{
    // Costs may double with each fragment; none may become infinite, which times nothing would be no number.
    private const double Most = 1e100;

    public static double Cap(double cost) => Math.Min(cost, Most);

    /// <summary>The value, given the values of the sums before this one.</summary>
    public double Value(IReadOnlyDictionary<string, object?> variables, ReadOnlySpan<double> before)
    {
        var value = 0d;
        foreach (var product in Products)
        {
            value += product.Value(variables, before);
        }

        return Cap(value);
    }
}

/// <summary>A number of items times what one of them costs.</summary>
/// <param name="Items">How many items there are when no variable says so.</param>
/// <param name="Length">The variables that say how many; null when none does.</param>
/// <param name="Fixed">What an item costs without variables.</param>
/// <param name="Sum">The number of the sum an item costs besides; negative for none.</param>
internal readonly record struct CostProduct(double Items, ListLength? Length, double Fixed, int Sum)
{
    public double Value(IReadOnlyDictionary<string, object?> variables, ReadOnlySpan<double> before) =>
        CostSum.Cap((Length?.In(variables) ?? Items) * (Fixed + (Sum < 0 ? 0 : before[Sum])));
}
