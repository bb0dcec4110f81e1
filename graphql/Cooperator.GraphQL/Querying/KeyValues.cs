using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Cooperator.GraphQL.Querying;

/// <summary>Reads the values of the keys of an item, for its cursor.</summary>
internal static class KeyValues<T>
{
    // Orders stand in the program's text, so there are few of them.
    private static readonly ConcurrentDictionary<string, Func<T, object?>> Compiled = new(StringComparer.Ordinal);

    /// <summary>Whether every key is read from the item itself: then it is at hand when the item is.</summary>
    public static bool AreOwn(IReadOnlyList<SortKey> keys) => keys.All(key => Inspect(key).IsOwn);

    /// <summary>The values of the keys of an item that is at hand.</summary>
    public static object?[] Read(IReadOnlyList<SortKey> keys, T item)
    {
        var values = new object?[keys.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Reader(keys[index])(item);
        }

        return values;
    }

    /// <summary>From the item to itself and the values of its keys, for keys that reach through relations.</summary>
    public static Expression<Func<T, KeyedItem<T>>> Projection(IReadOnlyList<SortKey> keys)
    {
        var item = Expression.Parameter(typeof(T), "item");
        return Expression.Lambda<Func<T, KeyedItem<T>>>(
            Expression.New(typeof(KeyedItem<T>).GetConstructors()[0], item, Read(keys, item)),
            item
        );
    }

    /// <summary>Reads the values of the keys as part of a larger query.</summary>
    public static NewArrayExpression Read(IReadOnlyList<SortKey> keys, Expression item) =>
        Expression.NewArrayInit(
            typeof(object),
            keys.Select(key =>
                Expression.Convert(
                    new ReplaceParameter(key.Selector.Parameters[0], item).Visit(key.Selector.Body),
                    typeof(object)
                )
            )
        );

    private static Func<T, object?> Reader(SortKey key) =>
        Inspect(key).HasCaptures
            // What it captures may differ each time; interpreting costs less than compiling once.
            ? Lambda(key).Compile(preferInterpretation: true)
            : Compiled.GetOrAdd(key.Selector.ToString(), static (_, sortKey) => Lambda(sortKey).Compile(), key);

    private static Expression<Func<T, object?>> Lambda(SortKey key) =>
        Expression.Lambda<Func<T, object?>>(
            Expression.Convert(key.Selector.Body, typeof(object)),
            key.Selector.Parameters
        );

    private static Inspection Inspect(SortKey key)
    {
        var inspection = new Inspection();
        inspection.Visit(key.Selector.Body);
        return inspection;
    }

    private sealed class Inspection : ExpressionVisitor
    {
        public bool IsOwn { get; private set; } = true;

        public bool HasCaptures { get; private set; }

        protected override Expression VisitMember(MemberExpression node)
        {
            // A member of a member is own only when it is part of a value, such as the year of a day.
            IsOwn &= node.Expression is not MemberExpression { Type.IsValueType: false };
            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            // A call may stand for something only the database knows.
            IsOwn = false;
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            HasCaptures |= node.Value is not (null or string or IConvertible or Enum);
            return node;
        }
    }
}

/// <summary>An item and the values of the keys it is ordered by.</summary>
internal sealed class KeyedItem<T>(T item, object?[] keys)
{
    public T Item { get; } = item;

    public object?[] Keys { get; } = keys;
}
