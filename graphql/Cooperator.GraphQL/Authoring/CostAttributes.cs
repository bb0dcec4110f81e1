namespace Cooperator.GraphQL;

/// <summary>What resolving this field costs, beside the cost of its selection.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The cost; a plain property is 0, a resolver 1 by default.</summary>
    public double Weight { get; } = weight;
}

/// <summary>How many items a list field yields, for the cost of an operation before it runs.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The size when no slicing argument is given.</summary>
    public int AssumedSize { get; init; }

    /// <summary>The arguments that limit the size.</summary>
    public string[] SlicingArguments { get; init; } = [];

    /// <summary>The fields of the result that hold the list; empty when the field itself is the list.</summary>
    public string[] SizedFields { get; init; } = [];
}
