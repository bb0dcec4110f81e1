using System.Reflection;

namespace Cooperator.GraphQL.Building;

/// <summary>That a member is a global id, and of which type.</summary>
/// <param name="TypeName">The type it must name; null accepts any.</param>
internal sealed record IdTarget(string? TypeName);

/// <summary>Finds which members are global ids.</summary>
internal sealed class IdTargets(Func<Type, string> objectName, IReadOnlySet<Type> nodeTypes)
{
    /// <summary>For a property of an object type: by attribute, or the property <c>Id</c> of a refetchable type.</summary>
    public IdTarget? Of(PropertyInfo property, Type declaring, string declaringName) =>
        Read(property) is { } id ? Target(id, property.Name == "Id" ? declaringName : null)
        : property.Name == "Id" && nodeTypes.Contains(declaring) ? new IdTarget(declaringName)
        : null;

    /// <summary>For an input property, parameter or result: by attribute.</summary>
    public IdTarget? Of(ICustomAttributeProvider member) => Read(member) is { } id ? Target(id, fallback: null) : null;

    private static IIDAttribute? Read(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(inherit: true).OfType<IIDAttribute>().FirstOrDefault();

    private IdTarget Target(IIDAttribute id, string? fallback) =>
        new(id.TypeName ?? (id.RuntimeType is { } type ? objectName(type) : fallback));
}
