using System.Linq.Expressions;
using System.Reflection;

namespace Cooperator.GraphQL.Querying;

/// <summary>The condition "behind this place in the order", which a database answers from an index.</summary>
internal static class KeysetPredicate
{
    // The form that a database provider translates to its own comparison.
    private static readonly MethodInfo CompareStrings = typeof(string).GetMethod(
        nameof(string.Compare),
        [typeof(string), typeof(string)]
    )!;

    /// <summary>The items strictly behind the values of the keys.</summary>
    public static Expression<Func<T, bool>> Behind<T>(IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values)
    {
        var item = Expression.Parameter(typeof(T), "item");
        Expression? condition = null;
        for (var index = keys.Count - 1; index >= 0; index--)
        {
            var key = keys[index];
            var member = new ReplaceParameter(key.Selector.Parameters[0], item).Visit(key.Selector.Body);
            var value = values[index] is { } known ? QueryParameter.Of(known, member.Type) : null;
            var behind = Behind(key, member, value);
            condition = condition is null ? behind : Or(behind, And(Same(member, value), condition));
            if (index == 0 && keys.Count > 1 && value is not null && !key.IsNullable)
            {
                // Says the same again in the form that bounds an index scan.
                condition = Expression.AndAlso(NotBefore(key, member, value), condition!);
            }
        }

        return Expression.Lambda<Func<T, bool>>(condition ?? Expression.Constant(false), item);
    }

    /// <summary>The items at the values of the keys, and before them.</summary>
    public static Expression<Func<T, bool>> NotBehind<T>(IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values)
    {
        var behind = Behind<T>(keys, values);
        return Expression.Lambda<Func<T, bool>>(Expression.Not(behind.Body), behind.Parameters);
    }

    // Ascending: larger values, then nulls. Descending: smaller values; behind null every value.
    private static Expression? Behind(SortKey key, Expression member, Expression? value)
    {
        if (value is null)
        {
            return key.Descending ? IsNotNull(member) : null;
        }

        var beyond = Compare(member, value, key.Descending ? ExpressionType.LessThan : ExpressionType.GreaterThan);
        return key.IsNullable && !key.Descending ? Expression.OrElse(beyond, IsNull(member)) : beyond;
    }

    private static Expression NotBefore(SortKey key, Expression member, Expression value) =>
        Compare(member, value, key.Descending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual);

    private static Expression Same(Expression member, Expression? value) =>
        value is null ? IsNull(member) : Expression.Equal(member, value);

    /// <summary>Compares as an order does: texts by the order of their source.</summary>
    public static Expression Compare(Expression member, Expression value, ExpressionType comparison) =>
        member.Type == typeof(string)
            ? Expression.MakeBinary(comparison, Expression.Call(CompareStrings, member, value), Expression.Constant(0))
            : Expression.MakeBinary(comparison, member, value);

    private static Expression IsNull(Expression member) =>
        CanBeNull(member)
            ? Expression.Equal(member, Expression.Constant(null, member.Type))
            : Expression.Constant(false);

    private static Expression IsNotNull(Expression member) =>
        CanBeNull(member)
            ? Expression.NotEqual(member, Expression.Constant(null, member.Type))
            : Expression.Constant(true);

    private static bool CanBeNull(Expression member) =>
        !member.Type.IsValueType || Nullable.GetUnderlyingType(member.Type) is not null;

    private static Expression? Or(Expression? left, Expression? right) =>
        left is null ? right
        : right is null ? left
        : Expression.OrElse(left, right);

    private static Expression? And(Expression left, Expression? right) =>
        right is null ? null : Expression.AndAlso(left, right);
}

/// <summary>Puts another parameter in the place of a lambda's own.</summary>
internal sealed class ReplaceParameter(ParameterExpression from, Expression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
}
