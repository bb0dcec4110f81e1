namespace Cooperator.GraphQL;

/// <summary>The C# interface or abstract class is a GraphQL interface.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class InterfaceTypeAttribute : Attribute;

/// <summary>The marker interface or abstract class is a GraphQL union of every object type whose class implements it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The name of the union; the C# name (without a leading I) when null.</summary>
    public string? Name { get; } = name;
}

/// <summary>The input record takes exactly one of its fields.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;
