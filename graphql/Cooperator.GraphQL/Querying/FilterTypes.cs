using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Scalars;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Querying;

/// <summary>Makes the inputs of <c>where</c>: one for each item type and list of properties, and one for each kind of value.</summary>
internal sealed class FilterTypes(TypeRegistry registry, IdTargets ids, InputRecords records)
{
    private static readonly MethodInfo WhereMethod = typeof(FilterTypes).GetMethod(
        nameof(Where),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly Dictionary<(Type, string), Filter> made = [];

    /// <summary>An input type, and the step that puts its condition on a query.</summary>
    public sealed record Filter(InputObjectType Type, Func<object, object, object> Apply);

    public Filter For(Type itemType, IReadOnlyList<string> properties, MethodInfo method)
    {
        var key = (itemType, string.Join(',', properties));
        if (made.TryGetValue(key, out var known))
        {
            return known;
        }

        if (properties.Count == 0)
        {
            throw new SchemaException("[UseFiltering] needs the names of the properties that may be filtered by.");
        }

        var item = registry.NamedOutput(itemType);
        var type = registry.Add(
            new InputObjectType(InputNames.Free(registry, item.Name, "FilterInput", method)),
            $"[UseFiltering] of {method.Name}"
        );
        type.Description = $"Which items of type `{item.Name}` are meant: all conditions must hold.";
        var conditions = properties
            .Select(path => new FilterProperty(new PropertyPath(itemType, path), registry, ids, records))
            .ToList();
        type.Fields = new NamedList<InputValueDefinition>([
            new InputValueDefinition("and", type.NonNull().List()) { Description = "Each of these holds." },
            new InputValueDefinition("or", type.NonNull().List()) { Description = "One of these holds." },
            new InputValueDefinition("not", type) { Description = "This does not hold." },
            .. conditions.Select(condition => new InputValueDefinition(condition.Name, condition.Type)),
        ]);

        var byName = conditions.ToDictionary(condition => condition.Name, StringComparer.Ordinal);
        var where = WhereMethod
            .MakeGenericMethod(itemType)
            .CreateDelegate<Func<object, object, IReadOnlyDictionary<string, FilterProperty>, object>>();
        var filter = new Filter(type, (query, given) => where(query, given, byName));
        made.Add(key, filter);
        return filter;
    }

    private static object Where<T>(object query, object given, IReadOnlyDictionary<string, FilterProperty> properties)
    {
        var item = Expression.Parameter(typeof(T), "item");
        var where = (Dictionary<string, object?>)given;
        FilterSize.Demand(where);
        var condition = Condition(item, where, properties);
        return condition is null
            ? query
            : ((IQueryable<T>)query).Where(Expression.Lambda<Func<T, bool>>(condition, item));
    }

    private static Expression? Condition(
        ParameterExpression item,
        Dictionary<string, object?> given,
        IReadOnlyDictionary<string, FilterProperty> properties
    )
    {
        Expression? all = null;
        foreach (var (name, value) in given)
        {
            var condition = (name, value) switch
            {
                (_, null) => null,
                ("and", List<object?> list) => Join(list, Expression.AndAlso),
                ("or", List<object?> list) => Join(list, Expression.OrElse),
                ("not", Dictionary<string, object?> map) => Condition(item, map, properties) is { } inner
                    ? Expression.Not(inner)
                    : null,
                (_, Dictionary<string, object?> operations) => properties[name].Condition(item, operations),
                _ => null,
            };
            all =
                all is null ? condition
                : condition is null ? all
                : Expression.AndAlso(all, condition);
        }

        return all;

        Expression? Join(List<object?> list, Func<Expression, Expression, Expression> join) =>
            Balanced(
                [
                    .. list.OfType<Dictionary<string, object?>>()
                        .Select(map => Condition(item, map, properties))
                        .OfType<Expression>(),
                ],
                join
            );
    }

    // Halved and halved again, so that many conditions do not become a deep expression.
    private static Expression? Balanced(
        ReadOnlySpan<Expression> conditions,
        Func<Expression, Expression, Expression> join
    ) =>
        conditions switch
        {
            [] => null,
            [var single] => single,
            _ => join(
                Balanced(conditions[..(conditions.Length / 2)], join)!,
                Balanced(conditions[(conditions.Length / 2)..], join)!
            ),
        };
}
