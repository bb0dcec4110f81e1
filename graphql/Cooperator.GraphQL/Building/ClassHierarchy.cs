namespace Cooperator.GraphQL.Building;

/// <summary>Which C# types stand above and below one another in the schema.</summary>
internal static class ClassHierarchy
{
    /// <summary>The types with <see cref="InterfaceTypeAttribute"/> that a type implements or derives from.</summary>
    public static IEnumerable<Type> Interfaces(Type type)
    {
        var candidates = type.GetInterfaces().ToList();
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            candidates.Add(ancestor);
        }

        return candidates
            .Where(candidate => candidate.IsDefined(typeof(InterfaceTypeAttribute), false))
            .OrderBy(candidate => candidate.FullName, StringComparer.Ordinal);
    }

    /// <summary>The classes behind an interface or union: those of its own assembly, but for the private parts of other classes, and those that were added.</summary>
    public static IEnumerable<Type> Implementations(Type type, IEnumerable<Type> added) =>
        type
            .Assembly.GetTypes()
            .Where(candidate => !candidate.IsNestedPrivate)
            .Concat(added)
            .Distinct()
            .Where(candidate =>
                candidate is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }
                && !candidate.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: false)
                && type.IsAssignableFrom(candidate)
            )
            .OrderBy(candidate => candidate.FullName, StringComparer.Ordinal);
}
