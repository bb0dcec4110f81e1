using System.Reflection;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Whether a method can be called as a resolver of its class, so that no request finds out.</summary>
internal static class ResolverChecks
{
    /// <exception cref="SchemaException">It can not.</exception>
    public static void Check(MethodInfo method)
    {
        if (method.IsGenericMethodDefinition)
        {
            throw new SchemaException("A generic method cannot be a field.");
        }

        Demand<SubscriptionTypeAttribute>(method, method.IsDefined(typeof(SubscribeAttribute)), "Subscribe");
        foreach (var parameter in method.GetParameters())
        {
            Check(method, parameter);
        }
    }

    private static void Check(MethodInfo method, ParameterInfo parameter)
    {
        if (parameter.ParameterType.IsByRef)
        {
            throw new SchemaException(
                $"The parameter \"{parameter.Name}\" is handed over by reference, and a field has nothing to refer to."
            );
        }

        Demand<SubscriptionTypeAttribute>(method, parameter.IsDefined(typeof(EventMessageAttribute)), "EventMessage");
        if (ParameterBinder.IsParent(parameter))
        {
            CheckParent(method, parameter.ParameterType);
        }

        if (parameter.GetCustomAttribute<IsSelectedAttribute>() is not { } selected)
        {
            return;
        }

        if (selected.Fields.Count == 0)
        {
            throw new SchemaException("[IsSelected] needs the names of fields.");
        }

        if (parameter.ParameterType != typeof(bool))
        {
            throw new SchemaException("[IsSelected] needs a parameter of type bool.");
        }
    }

    private static void CheckParent(MethodInfo method, Type parent)
    {
        var described =
            AuthoringClasses.ExtendedType(method.DeclaringType!)?.RuntimeType
            ?? throw new SchemaException("[Parent] has a meaning only in classes with [ObjectType<T>].");
        if (!parent.IsAssignableFrom(described))
        {
            throw new SchemaException($"[Parent] is {parent.Name}, but the class describes {described.Name}.");
        }
    }

    private static void Demand<TAttribute>(MethodInfo method, bool isUsed, string name)
        where TAttribute : Attribute
    {
        if (isUsed && !method.DeclaringType!.IsDefined(typeof(TAttribute), inherit: false))
        {
            throw new SchemaException(
                $"[{name}] has a meaning only in classes with [{Names.WithoutSuffix(typeof(TAttribute).Name, "Attribute")}]."
            );
        }
    }
}
