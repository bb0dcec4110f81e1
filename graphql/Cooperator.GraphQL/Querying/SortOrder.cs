using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Cooperator.GraphQL.Querying;

/// <summary>The order of a query: reads it off a LINQ expression, and puts it on again.</summary>
internal static class SortOrder
{
    private static readonly ConcurrentDictionary<(Type Item, Type Key, string Name), MethodInfo> Methods = new();

    /// <summary>Takes the order off a query.</summary>
    /// <param name="query">The query as the author wrote it.</param>
    /// <param name="keys">The keys, the first one first; empty when it is not ordered.</param>
    /// <returns>The query without its order.</returns>
    public static IQueryable<T> TakeOff<T>(IQueryable<T> query, out List<SortKey> keys)
    {
        var found = new List<SortKey>();
        var expression = Strip<T>(query.Expression, found, ordered: false);
        keys = found;
        return found.Count == 0 ? query : query.Provider.CreateQuery<T>(expression);
    }

    /// <summary>Puts an order on a query that has none.</summary>
    public static IQueryable<T> PutOn<T>(IQueryable<T> query, IReadOnlyList<SortKey> keys)
    {
        var expression = query.Expression;
        var inMemory = query is EnumerableQuery<T>;
        var first = true;
        foreach (var key in keys)
        {
            if (inMemory && key.IsNullable)
            {
                // Objects in memory sort null first; a database is left to do it its own way, which is ours.
                var isNull = Expression.Lambda(
                    Expression.Equal(Boxed(key.Selector.Body), Expression.Constant(null)),
                    key.Selector.Parameters
                );
                expression = Call<T>(expression, isNull, key.Descending, first);
                first = false;
            }

            expression = Call<T>(expression, key.Selector, key.Descending, first);
            first = false;
        }

        return query.Provider.CreateQuery<T>(expression);
    }

    private static MethodCallExpression Call<T>(Expression source, LambdaExpression key, bool descending, bool first) =>
        Expression.Call(
            Methods.GetOrAdd(
                (typeof(T), key.ReturnType, (first ? "OrderBy" : "ThenBy") + (descending ? "Descending" : "")),
                static method =>
                    typeof(Queryable)
                        .GetMethods()
                        .Single(candidate => candidate.Name == method.Name && candidate.GetParameters().Length == 2)
                        .MakeGenericMethod(method.Item, method.Key)
            ),
            source,
            Expression.Quote(key)
        );

    private static Expression Boxed(Expression value) =>
        value.Type.IsValueType ? Expression.Convert(value, typeof(object)) : value;

    // Collects OrderBy and ThenBy from the outside in, and leaves what stands between them (Where, Include, AsNoTracking).
    private static Expression Strip<T>(Expression expression, List<SortKey> keys, bool ordered)
    {
        if (
            expression is not MethodCallExpression { Arguments: [var source, ..] } call
            || !typeof(IQueryable<T>).IsAssignableFrom(source.Type)
        )
        {
            return expression;
        }

        if (call.Method.DeclaringType == typeof(Queryable))
        {
            switch (call.Method.Name)
            {
                case nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) when call.Arguments.Count == 2:
                    // An order below this one no longer counts.
                    if (!ordered)
                    {
                        keys.Insert(0, Key(call));
                    }

                    return Strip<T>(source, keys, ordered: true);
                case nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending) when call.Arguments.Count == 2:
                    if (!ordered)
                    {
                        keys.Insert(0, Key(call));
                    }

                    return Strip<T>(source, keys, ordered);
                case nameof(Queryable.Where):
                    break;
                default:
                    // Take, Skip, Distinct and the like mean something else without the order below them.
                    return expression;
            }
        }

        var stripped = Strip<T>(source, keys, ordered);
        return ReferenceEquals(stripped, source)
            ? expression
            : call.Update(call.Object, [stripped, .. call.Arguments.Skip(1)]);
    }

    private static SortKey Key(MethodCallExpression call) =>
        SortKey.Of(
            (LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand,
            call.Method.Name.EndsWith("Descending", StringComparison.Ordinal)
        );
}
