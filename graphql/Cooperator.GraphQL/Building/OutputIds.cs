using System.Collections;
using System.Linq.Expressions;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Building;

/// <summary>Writes ids of fields as global ids.</summary>
internal static class OutputIds
{
    /// <summary>The global id of a value, or of each item of a list.</summary>
    public static object? Format(object value, IdTarget id) =>
        (value, id.TypeName) switch
        {
            (string text, null) => text,
            (string text, { } name) => NodeIds.Format(name, text),
            (Guid guid, { } name) => NodeIds.Format(name, guid),
            (long number, { } name) => NodeIds.Format(name, number),
            (int number, { } name) => NodeIds.Format(name, number),
            (IEnumerable list, _) => list.Cast<object?>()
                .Select(item => item is null ? null : Format(item, id))
                .ToList(),
            _ => throw new InvalidOperationException($"{value.GetType().FullName} cannot be written as an ID."),
        };

    /// <summary>Whether values of that type can be ids.</summary>
    public static void Check(Type type, IdTarget id)
    {
        var core = Nullable.GetUnderlyingType(type) ?? type;
        core = TypeShape.ItemType(core) ?? core;
        core = Nullable.GetUnderlyingType(core) ?? core;
        if (core != typeof(string) && id.TypeName is null)
        {
            throw new SchemaException("An ID needs the type it names: write [ID<T>] or [ID(\"TypeName\")].");
        }

        if (core != typeof(string) && core != typeof(Guid) && core != typeof(long) && core != typeof(int))
        {
            throw new SchemaException($"{core.FullName} cannot be an ID: use Guid, string, long or int.");
        }
    }

    /// <summary>The expression that formats a single id without boxing; null for lists and nullable values.</summary>
    public static Expression? FormatExpression(Expression value, IdTarget id)
    {
        if (
            id.TypeName is null
            || (value.Type != typeof(Guid) && value.Type != typeof(string) && value.Type != typeof(long))
        )
        {
            return null;
        }

        Expression call = Expression.Call(
            typeof(NodeIds),
            nameof(NodeIds.Format),
            null,
            Expression.Constant(id.TypeName),
            value
        );
        return value.Type == typeof(string)
            ? Expression.Condition(
                Expression.Equal(value, Expression.Constant(null, typeof(string))),
                Expression.Constant(null, typeof(string)),
                call
            )
            : call;
    }
}
