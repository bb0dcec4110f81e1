using System.Reflection;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>The classes that describe object types by <see cref="ObjectTypeAttribute{T}"/>.</summary>
internal sealed class ObjectClasses(IEnumerable<Type> classes)
{
    private readonly ILookup<Type, (Type Class, IReadOnlyList<string> Properties)> byType = classes
        .Select(type => (Class: type, Attribute: AuthoringClasses.ExtendedType(type)))
        .Where(pair => pair.Attribute is not null)
        .ToLookup(pair => pair.Attribute!.RuntimeType, pair => (pair.Class, pair.Attribute!.OnlyTheseProperties));

    /// <summary>The C# types that are described.</summary>
    public IEnumerable<Type> Types => byType.Select(group => group.Key);

    /// <summary>The name of the object type of a C# class: given by a class that describes it, or by itself.</summary>
    public string Name(Type type) =>
        byType[type]
            .Select(described => described.Class.GetCustomAttribute<GraphQLNameAttribute>(false)?.Name)
            .FirstOrDefault(name => name is not null)
        ?? Names.OutputType(type);

    /// <summary>The description of the object type of a C# class.</summary>
    public string? Description(Type type) =>
        Descriptions.Of(type)
        ?? byType[type]
            .Select(described => described.Class.GetCustomAttribute<GraphQLDescriptionAttribute>(false)?.Description)
            .FirstOrDefault(text => text is not null);

    /// <summary>The properties that are fields, each with the classes whose rules guard it.</summary>
    public IEnumerable<(PropertyInfo Property, IEnumerable<Type> Classes)> Properties(Type type)
    {
        var all = PublicProperties
            .Of(type)
            .Where(property =>
                property.GetMethod is { IsPublic: true } && !property.IsDefined(typeof(GraphQLIgnoreAttribute))
            )
            .OrderBy(property => PublicProperties.Depth(property.DeclaringType!))
            .ToList();
        var listing = byType[type].Where(described => described.Properties.Count > 0).ToList();
        if (listing.Count == 0)
        {
            var guards = byType[type].Select(described => described.Class).Append(type).ToList();
            return all.Select(property => (property, (IEnumerable<Type>)guards));
        }

        return listing
            .SelectMany(described =>
                described.Properties.Select(name =>
                    (
                        all.Find(property => property.Name == name)
                            ?? throw new SchemaException(
                                $"{described.Class.Name}: {type.Name} has no public property \"{name}\"."
                            ),
                        (IEnumerable<Type>)[described.Class, type]
                    )
                )
            )
            .DistinctBy(pair => pair.Item1.Name);
    }

    /// <summary>The public static methods of the classes that describe the type.</summary>
    public IEnumerable<MethodInfo> MethodsOf(Type type) =>
        byType[type]
            .SelectMany(described => Methods(described.Class))
            .Where(method => !method.IsDefined(typeof(NodeResolverAttribute)));

    /// <summary>The public static methods of a class that may be fields.</summary>
    public static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.IsDefined(typeof(GraphQLIgnoreAttribute)));

    /// <summary>The public methods of a class that look like fields and are none, for they need an instance.</summary>
    public static IEnumerable<MethodInfo> InstanceMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method =>
                !method.IsSpecialName
                && method.GetBaseDefinition() == method
                && !method.IsDefined(typeof(GraphQLIgnoreAttribute))
            );
}
