using System.Collections;
using System.Reflection;
using System.Text.Json;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>What a C# type says for GraphQL: the task of a result and <see cref="Optional{T}"/> taken off, nullability read, lists found.</summary>
/// <param name="Type">The C# type without <c>Nullable&lt;&gt;</c>; of a list the collection.</param>
/// <param name="IsNullable">Whether null is admitted.</param>
/// <param name="Item">The shape of the items when it is a list.</param>
/// <param name="IsOptional">Whether it stood inside <see cref="Optional{T}"/>.</param>
internal sealed record TypeShape(Type Type, bool IsNullable, TypeShape? Item, bool IsOptional = false)
{
    /// <summary>The type below all lists.</summary>
    public Type Core => Item is null ? Type : Item.Core;

    /// <summary>The shape of a method's result: of what it is awaited for, when it is a task.</summary>
    public static TypeShape OfResult(MethodInfo method)
    {
        var info = new NullabilityInfoContext().Create(method.ReturnParameter);
        return IsOneOf(method.ReturnType, typeof(Task<>), typeof(ValueTask<>))
            ? Of(method.ReturnType.GetGenericArguments()[0], info.GenericTypeArguments[0])
            : Of(method.ReturnType, info);
    }

    /// <summary>The shape of a property.</summary>
    /// <exception cref="SchemaException">The property would have to be awaited.</exception>
    public static TypeShape Of(PropertyInfo property)
    {
        var type = property.PropertyType;
        if (IsOneOf(type, typeof(Task<>), typeof(ValueTask<>)) || IsAsyncSequence(type))
        {
            throw new SchemaException(
                $"The property is {(IsAsyncSequence(type) ? "an IAsyncEnumerable" : $"a {Names.WithoutArity(type)}")}, and only what a method returns is awaited: make it a method of a class with [ObjectType<T>]."
            );
        }

        return Of(type, new NullabilityInfoContext().Create(property));
    }

    /// <summary>The shape of a parameter.</summary>
    public static TypeShape Of(ParameterInfo parameter) =>
        Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    /// <summary>Whether a collection can only be read asynchronously.</summary>
    public static bool IsAsyncSequence(Type type) =>
        !typeof(IEnumerable).IsAssignableFrom(type)
        && ((Type[])[type, .. type.GetInterfaces()]).Any(candidate => IsOneOf(candidate, typeof(IAsyncEnumerable<>)));

    /// <summary>The type of the items of a collection; null when it is none.</summary>
    public static Type? ItemType(Type type)
    {
        if (type == typeof(string) || type == typeof(JsonElement))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return ((Type[])[type, .. type.GetInterfaces()])
            .Where(candidate => candidate.IsGenericType)
            .FirstOrDefault(candidate =>
                candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                || candidate.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            )
            ?.GetGenericArguments()[0];
    }

    private static bool IsOneOf(Type type, params ReadOnlySpan<Type> definitions) =>
        type.IsGenericType && definitions.Contains(type.GetGenericTypeDefinition());

    private static TypeShape Of(Type type, NullabilityInfo info)
    {
        if (IsOneOf(type, typeof(Optional<>)))
        {
            return Of(type.GetGenericArguments()[0], info.GenericTypeArguments[0]) with { IsOptional = true };
        }

        var core = Nullable.GetUnderlyingType(type) ?? type;
        var isNullable = type.IsValueType ? core != type : info.ReadState != NullabilityState.NotNull;
        return new TypeShape(core, isNullable, ItemShape(core, info));
    }

    private static TypeShape? ItemShape(Type type, NullabilityInfo info)
    {
        if (ItemType(type) is not { } itemType)
        {
            return null;
        }

        var itemInfo =
            info.ElementType ?? (info.GenericTypeArguments is [var single] && single.Type == itemType ? single : null);
        return itemInfo is not null
            ? Of(itemType, itemInfo)
            // A collection class of its own says nothing about null items: there are none.
            : new TypeShape(
                Nullable.GetUnderlyingType(itemType) ?? itemType,
                Nullable.GetUnderlyingType(itemType) is not null,
                null
            );
    }
}
