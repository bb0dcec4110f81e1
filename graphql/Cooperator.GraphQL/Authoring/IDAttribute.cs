namespace Cooperator.GraphQL;

/// <summary>
/// The member is a GraphQL <c>ID</c>. With a type name it is a typed, opaque global id of that type; without one it is a global id of
/// the type that declares it (for the property <c>Id</c>), and otherwise an id of any type.
/// </summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue
)]
public sealed class IDAttribute(string? typeName = null) : Attribute, IIDAttribute
{
    /// <summary>The GraphQL name of the type that the id names.</summary>
    public string? TypeName { get; } = typeName;

    Type? IIDAttribute.RuntimeType => null;
}

/// <summary>The member is a typed, opaque global id of the type of <typeparamref name="T"/>.</summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue
)]
public sealed class IDAttribute<T> : Attribute, IIDAttribute
{
    string? IIDAttribute.TypeName => null;

    Type? IIDAttribute.RuntimeType => typeof(T);
}

/// <summary>What both forms of the attribute tell the builder.</summary>
internal interface IIDAttribute
{
    string? TypeName { get; }

    Type? RuntimeType { get; }
}
