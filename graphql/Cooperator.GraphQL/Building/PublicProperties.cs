using System.Reflection;

namespace Cooperator.GraphQL.Building;

/// <summary>The public properties of a C# type as its users see them: what interfaces inherit is among them, what is hidden is not.</summary>
internal static class PublicProperties
{
    public static IEnumerable<PropertyInfo> Of(Type type) =>
        // Reflection leaves out what an interface inherits.
        (type.IsInterface ? [type, .. type.GetInterfaces()] : (Type[])[type])
            .SelectMany(part => part.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.GetIndexParameters().Length == 0)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            // The one declared last hides the others by "new", or overrides them with a narrower type.
            .Select(same => same.MaxBy(property => Depth(property.DeclaringType!))!);

    /// <summary>How much a type inherits: what is declared first has the least.</summary>
    public static int Depth(Type type) =>
        type.IsInterface ? type.GetInterfaces().Length
        : type.BaseType is null ? 0
        : 1 + Depth(type.BaseType);
}
