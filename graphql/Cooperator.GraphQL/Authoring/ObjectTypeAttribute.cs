namespace Cooperator.GraphQL;

/// <summary>
/// Defines or extends the object type of <typeparamref name="T"/>: the listed public properties (all public instance
/// properties when none is listed) and the public static methods of the static class are its fields.
/// </summary>
/// <remarks>Several classes may extend the same type. When one of them lists properties, only listed ones are fields.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T>(params string[] onlyTheseProperties) : Attribute, IObjectTypeAttribute
{
    /// <summary>The C# names of the properties that become fields; empty means all.</summary>
    public IReadOnlyList<string> OnlyTheseProperties { get; } = onlyTheseProperties;

    Type IObjectTypeAttribute.RuntimeType => typeof(T);
}

/// <summary>Lets the builder read <see cref="ObjectTypeAttribute{T}"/> without knowing T.</summary>
internal interface IObjectTypeAttribute
{
    Type RuntimeType { get; }

    IReadOnlyList<string> OnlyTheseProperties { get; }
}
