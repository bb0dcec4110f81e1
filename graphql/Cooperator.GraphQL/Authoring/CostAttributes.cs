using Cooperator.GraphQL.Types;

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
    /// <summary>The size when no slicing argument is given. Default 10, as of a list that nothing is said about.</summary>
    public int AssumedSize { get; init; } = ListSize.Unknown;

    /// <summary>The arguments that limit the size, by their names in the schema: whole numbers.</summary>
    public string[] SlicingArguments { get; init; } = [];

    /// <summary>The fields of the result that hold the list; empty when the field itself is the list.</summary>
    public string[] SizedFields { get; init; } = [];
}
