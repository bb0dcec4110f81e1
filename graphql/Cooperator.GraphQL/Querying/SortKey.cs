using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Cooperator.GraphQL.Querying;

/// <summary>
/// One key of an order: a value of the item that is compared, and the direction. Nulls stand behind every value, and before them when descending:
/// that is PostgreSQL's own order, so indexes serve it.
/// </summary>
internal sealed class SortKey
{
    private static readonly ConcurrentDictionary<MemberInfo, bool> NullableMembers = new();

    private SortKey(LambdaExpression selector, bool descending, bool isNullable)
    {
        Selector = selector;
        Descending = descending;
        IsNullable = isNullable;
    }

    /// <summary>From the item to the value; bool and enum values are turned into numbers, which compare everywhere alike.</summary>
    public LambdaExpression Selector { get; }

    /// <summary>Whether large values come first.</summary>
    public bool Descending { get; }

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; }

    /// <summary>The C# type of the value.</summary>
    public Type Type => Selector.ReturnType;

    /// <summary>The key for a selector as the author wrote it.</summary>
    public static SortKey Of(LambdaExpression selector, bool descending)
    {
        var isNullable = CanBeNull(selector.Body);
        return new SortKey(Expression.Lambda(Comparable(selector.Body), selector.Parameters), descending, isNullable);
    }

    /// <summary>The same key of a row that holds the item at <paramref name="item"/>.</summary>
    public SortKey Within(ParameterExpression row, Expression item) =>
        new(
            Expression.Lambda(new ReplaceParameter(Selector.Parameters[0], item).Visit(Selector.Body), row),
            Descending,
            IsNullable
        );

    /// <summary>The same key in the opposite direction.</summary>
    public SortKey Reversed() => new(Selector, !Descending, IsNullable);

    /// <summary>A text that tells this key from others; part of every cursor.</summary>
    public string Signature => $"{Selector.Body}{(Descending ? " desc" : "")}";

    // An enum is ordered as it was declared, however it is stored; a bool with false first.
    private static Expression Comparable(Expression body)
    {
        var core = Nullable.GetUnderlyingType(body.Type) ?? body.Type;
        if (core == typeof(bool))
        {
            return core == body.Type
                ? Expression.Condition(body, Expression.Constant(1), Expression.Constant(0))
                : Ranked(body, [true, false], value => (bool)value ? 1 : 0);
        }

        return core.IsEnum
            ? Ranked(
                body,
                [.. Enum.GetValues(core).Cast<object>()],
                value => Array.IndexOf(Enum.GetValues(core), value)
            )
            : body;
    }

    private static Expression Ranked(Expression body, object[] values, Func<object, int> rank)
    {
        Expression result = Expression.Constant(values.Length, typeof(int));
        foreach (var value in values.Reverse())
        {
            var constant = Expression.Convert(Expression.Constant(value), body.Type);
            result = Expression.Condition(Expression.Equal(body, constant), Expression.Constant(rank(value)), result);
        }

        return Nullable.GetUnderlyingType(body.Type) is null
            ? result
            : Expression.Condition(
                Expression.Equal(body, Expression.Constant(null, body.Type)),
                Expression.Constant(null, typeof(int?)),
                Expression.Convert(result, typeof(int?))
            );
    }

    private static bool CanBeNull(Expression body)
    {
        if (Nullable.GetUnderlyingType(body.Type) is not null)
        {
            return true;
        }

        // A path through a relation that may be missing has no value either.
        for (var step = body; step is MemberExpression member; step = member.Expression)
        {
            if (IsNullableReference(member.Member))
            {
                return true;
            }
        }

        return !body.Type.IsValueType && body is not MemberExpression;
    }

    private static bool IsNullableReference(MemberInfo member) =>
        NullableMembers.GetOrAdd(
            member,
            static member =>
                member is PropertyInfo { PropertyType.IsValueType: false } property
                && new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull
        );
}
