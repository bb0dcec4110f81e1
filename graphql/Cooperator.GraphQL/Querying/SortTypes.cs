using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Querying;

/// <summary>The direction of a key of an order.</summary>
public enum SortDirection
{
    /// <summary>Small values first.</summary>
    [GraphQLName("ASC")]
    Ascending,

    /// <summary>Large values first.</summary>
    [GraphQLName("DESC")]
    Descending,
}

/// <summary>Makes the inputs of <c>order</c>: one for each item type and list of properties.</summary>
internal sealed class SortTypes(TypeRegistry registry)
{
    private static readonly MethodInfo OrderMethod = typeof(SortTypes).GetMethod(
        nameof(Order),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly Dictionary<(Type, string), Sort> made = [];

    /// <summary>An input type, and the step that puts its order on a query.</summary>
    public sealed record Sort(InputObjectType Type, Func<object, object, object> Apply);

    public Sort For(Type itemType, IReadOnlyList<string> properties, MethodInfo method)
    {
        var key = (itemType, string.Join(',', properties));
        if (made.TryGetValue(key, out var known))
        {
            return known;
        }

        if (properties.Count == 0)
        {
            throw new SchemaException("[UseSorting] needs the names of the properties that may be sorted by.");
        }

        var item = registry.NamedOutput(itemType);
        var type = registry.Add(
            new InputObjectType(InputNames.Free(registry, item.Name, "SortInput", method)),
            $"[UseSorting] of {method.Name}"
        );
        type.Description = $"A key of an order of items of type `{item.Name}`.";
        var keys = properties
            .Select(path => new PropertyPath(itemType, path))
            .ToDictionary(path => path.Name, path => Key(itemType, path), StringComparer.Ordinal);
        var direction = registry.NamedInput(typeof(SortDirection));
        type.Fields = new NamedList<InputValueDefinition>(
            keys.Keys.Select(name => new InputValueDefinition(name, direction))
        );

        var order = OrderMethod
            .MakeGenericMethod(itemType)
            .CreateDelegate<Func<object, object, IReadOnlyDictionary<string, SortKey>, object>>();
        var sort = new Sort(type, (query, given) => order(query, given, keys));
        made.Add(key, sort);
        return sort;
    }

    private static SortKey Key(Type itemType, PropertyPath path)
    {
        var item = Expression.Parameter(itemType, "item");
        return SortKey.Of(Expression.Lambda(path.Read(item), item), descending: false);
    }

    // The client's keys go first; the author's own order decides between items that are equal by them. A key that comes again decides nothing.
    private static object Order<T>(object query, object given, IReadOnlyDictionary<string, SortKey> keys)
    {
        var chosen = ((List<object?>)given)
            .OfType<Dictionary<string, object?>>()
            .SelectMany(entry => entry)
            .Where(entry => entry.Value is not null)
            .DistinctBy(entry => entry.Key)
            .Select(entry => entry.Value is SortDirection.Descending ? keys[entry.Key].Reversed() : keys[entry.Key])
            .ToList();
        if (chosen.Count == 0)
        {
            return query;
        }

        var bare = SortOrder.TakeOff((IQueryable<T>)query, out var own);
        return SortOrder.PutOn(bare, [.. chosen, .. own]);
    }
}
