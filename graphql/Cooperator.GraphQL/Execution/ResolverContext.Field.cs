using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

public sealed partial class ResolverContext
{
    private object?[] arguments = [];

    /// <summary>The schema.</summary>
    public required Schema Schema { get; init; }

    /// <summary>The object type whose field is resolved.</summary>
    public required ObjectType ParentType { get; init; }

    /// <summary>The field that is resolved.</summary>
    public required FieldDefinition Field { get; init; }

    /// <summary>The value of the argument at that place of <see cref="FieldDefinition.Arguments"/>, of the parameter's C# type; null when absent.</summary>
    public object? ArgumentAt(int index) => arguments[index];

    internal void SetArguments(object?[] values) => arguments = values;
}
