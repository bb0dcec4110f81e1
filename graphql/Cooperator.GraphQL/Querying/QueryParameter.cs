using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Cooperator.GraphQL.Querying;

/// <summary>
/// A value inside a query that reads like a captured variable, so that a database is sent a parameter and its plan is kept, whatever the value.
/// </summary>
internal static class QueryParameter
{
    private static readonly ConcurrentDictionary<Type, (Func<object?, object> Make, FieldInfo Field)> Captures = new();

    public static Expression Of(object? value, Type type)
    {
        var (make, field) = Captures.GetOrAdd(type, Create);
        return Expression.Field(Expression.Constant(make(value)), field);
    }

    private static (Func<object?, object> Make, FieldInfo Field) Create(Type type)
    {
        var captured = typeof(Captured<>).MakeGenericType(type);
        var value = Expression.Parameter(typeof(object), "value");
        var make = Expression
            .Lambda<Func<object?, object>>(
                Expression.New(captured.GetConstructors()[0], Expression.Convert(value, type)),
                value
            )
            .Compile();
        return (make, captured.GetField(nameof(Captured<int>.Value))!);
    }

    private sealed class Captured<T>(T value)
    {
        public readonly T Value = value;
    }
}
