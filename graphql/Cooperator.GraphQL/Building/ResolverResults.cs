using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Brings every kind of result a method may have to <c>ValueTask&lt;object?&gt;</c>.</summary>
internal static class ResolverResults
{
    /// <summary>An expression of type <c>ValueTask&lt;object?&gt;</c> for a call that returns T, <c>Task&lt;T&gt;</c> or <c>ValueTask&lt;T&gt;</c>.</summary>
    public static Expression Adapt(Expression call)
    {
        if (call.Type.IsGenericType)
        {
            var definition = call.Type.GetGenericTypeDefinition();
            var name =
                definition == typeof(Task<>) ? nameof(FromTask)
                : definition == typeof(ValueTask<>) ? nameof(FromValueTask)
                : null;
            if (name is not null)
            {
                return Expression.Call(typeof(ResolverResults), name, call.Type.GetGenericArguments(), call);
            }
        }

        return Expression.New(
            typeof(ValueTask<object?>).GetConstructor([typeof(object)])!,
            Expression.Convert(call, typeof(object))
        );
    }

    /// <summary>Runs <paramref name="finish"/> on the result of <paramref name="resolver"/>.</summary>
    public static FieldResolver Then(FieldResolver resolver, Func<object, object?> finish) =>
        context =>
        {
            var task = resolver(context);
            return task.IsCompletedSuccessfully
                ? new ValueTask<object?>(task.Result is { } value ? finish(value) : null)
                : Await(task, finish);

            static async ValueTask<object?> Await(ValueTask<object?> task, Func<object, object?> finish) =>
                await task.ConfigureAwait(false) is { } value ? finish(value) : null;
        };

    /// <summary>Reads a query or an asynchronous sequence into a list.</summary>
    public static FieldResolver Materialize(FieldResolver resolver, Type itemType)
    {
        var read = typeof(ResolverResults)
            .GetMethod(nameof(ReadAll), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(itemType)
            .CreateDelegate<Func<object, CancellationToken, ValueTask<object?>>>();
        return async context =>
            await resolver(context).ConfigureAwait(false) is { } sequence
                ? await read(sequence, context.CancellationToken).ConfigureAwait(false)
                : null;
    }

    /// <summary>All items of a sequence, asynchronously when it can.</summary>
    public static async ValueTask<List<T>> ReadListAsync<T>(object sequence, CancellationToken cancellationToken)
    {
        if (sequence is not IAsyncEnumerable<T> asynchronous)
        {
            return [.. (IEnumerable<T>)sequence];
        }

        var items = new List<T>();
        await foreach (var item in asynchronous.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        return items;
    }

    private static async ValueTask<object?> ReadAll<T>(object sequence, CancellationToken cancellationToken) =>
        await ReadListAsync<T>(sequence, cancellationToken).ConfigureAwait(false);

    private static ValueTask<object?> FromTask<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(Task<T> task) => await task.ConfigureAwait(false);
    }

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(ValueTask<T> task) => await task.ConfigureAwait(false);
    }
}
