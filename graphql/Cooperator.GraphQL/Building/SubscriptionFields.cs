using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Subscriptions;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Makes the fields of the subscription root.</summary>
internal sealed class SubscriptionFields(FieldFactory fields)
{
    private static readonly MethodInfo WidenMethod = typeof(SubscriptionFields).GetMethod(
        nameof(WidenAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Whether the method opens streams for a field, and so is none itself.</summary>
    public static bool IsSource(MethodInfo method) => TryFindEventType(method.ReturnType, out _);

    public FieldDefinition Create(MethodInfo method)
    {
        var attribute =
            method.GetCustomAttribute<SubscribeAttribute>()
            ?? throw new SchemaException("A subscription needs [Subscribe(With = nameof(…))].");
        var source = FindSource(method.DeclaringType!, attribute.With);
        if (!TryFindEventType(source.ReturnType, out var eventType))
        {
            throw new SchemaException($"\"{attribute.With}\" must return ValueTask<ISourceStream<T>>.");
        }

        ResolverChecks.Check(source);
        var deaf = method
            .GetParameters()
            .FirstOrDefault(parameter =>
                parameter.IsDefined(typeof(EventMessageAttribute))
                && !parameter.ParameterType.IsAssignableFrom(eventType)
            );
        if (deaf is not null)
        {
            throw new SchemaException(
                $"[EventMessage] is {deaf.ParameterType.Name}, but \"{attribute.With}\" sends {eventType.Name}."
            );
        }

        var field = fields.Create(method, Names.SubscriptionField(method));
        // Both methods share the arguments; the field is described by the one that resolves it.
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var call = Expression.Call(
            source,
            source.GetParameters().Select(parameter => fields.Read(context, parameter, field))
        );
        field.Subscribe = Expression
            .Lambda<SubscriptionSource>(Expression.Call(WidenMethod.MakeGenericMethod(eventType), call), context)
            .Compile();
        field.Pure = null;
        field.WriteLeaf = null;
        return field;
    }

    private static MethodInfo FindSource(Type type, string name)
    {
        var found = type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(method => method.Name == name)
            .ToList();
        return found switch
        {
            [var single] => single,
            [] => throw new SchemaException($"There is no static method \"{name}\" to subscribe with."),
            _ => throw new SchemaException($"There are several static methods \"{name}\" to subscribe with."),
        };
    }

    private static bool TryFindEventType(Type type, out Type eventType)
    {
        eventType = typeof(void);
        if (
            !type.IsGenericType
            || type.GetGenericTypeDefinition() != typeof(ValueTask<>)
            || type.GetGenericArguments()[0] is not { IsGenericType: true } stream
            || stream.GetGenericTypeDefinition() != typeof(ISourceStream<>)
        )
        {
            return false;
        }

        eventType = stream.GetGenericArguments()[0];
        return true;
    }

    private static async ValueTask<ISourceStream> WidenAsync<T>(ValueTask<ISourceStream<T>> stream) =>
        await stream.ConfigureAwait(false);
}
