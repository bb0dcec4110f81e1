using System.Reflection;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Building;

/// <summary>Whether attributed classes do what they say. One that does nothing is a slip, and a dangerous one when it says who may see something.</summary>
internal static class ClassChecks
{
    /// <summary>What no field can tell, because there is none.</summary>
    public static IEnumerable<string> Faults(IEnumerable<Type> classes) =>
        classes.Where(AuthoringClasses.IsAuthored).SelectMany(Faults);

    /// <exception cref="SchemaException">What is described by <see cref="ObjectTypeAttribute{T}"/> is no object type.</exception>
    public static void DemandObject(Type described, NamedType type)
    {
        if (type is not ObjectType)
        {
            throw new SchemaException(
                $"[ObjectType<T>] describes an object type, and {described.Name} is {Kind(type)}"
            );
        }
    }

    /// <exception cref="SchemaException">Something is guarded, and nobody decides: it would be an unexpected error to everybody.</exception>
    public static void DemandAuthorizer(
        IEnumerable<NamedType> types,
        IEnumerable<MethodInfo> nodeResolvers,
        IServiceProviderIsService services
    )
    {
        var guarded = types
            .OfType<ObjectType>()
            .SelectMany(type => type.Fields)
            .Where(field => field.Authorization.Count > 0)
            .Select(field => field.Member!)
            .Concat(nodeResolvers.Where(method => AuthorizeRules.Of(method, method.DeclaringType!).Count > 0))
            .FirstOrDefault();
        if (guarded is not null && !services.IsService(typeof(IFieldAuthorizer)))
        {
            throw new SchemaException(
                $"{Names.Member(guarded)}: [Authorize] needs somebody who decides: register an authorizer by AddAuthorizer<T>()."
            );
        }
    }

    private static IEnumerable<string> Faults(Type type)
    {
        if (AuthorizeRules.FindForeign(type) is { } fault)
        {
            yield return $"{type.Name}: {fault}";
        }

        foreach (var method in ObjectClasses.InstanceMethods(type))
        {
            yield return $"{Names.Member(method)}: A field is a static method: make it static, or leave it out by [GraphQLIgnore].";
        }
    }

    private static string Kind(NamedType type) =>
        type switch
        {
            InterfaceType => "an interface: describe the classes behind it.",
            UnionType => "a union: describe the classes behind it.",
            EnumType => "an enum.",
            _ => "a scalar.",
        };
}
