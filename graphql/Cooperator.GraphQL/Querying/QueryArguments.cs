using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Querying;

/// <summary>The arguments <c>where</c> and <c>order</c> of fields that ask for them.</summary>
internal sealed class QueryArguments(FilterTypes filters, SortTypes sorts)
{
    /// <summary>An argument, and the step that applies it to the query a resolver returns.</summary>
    public sealed record Applied(InputValueDefinition Argument, Func<FieldResolver, FieldResolver> Apply);

    public Applied? Filter(MethodInfo method, TypeShape shape)
    {
        if (method.GetCustomAttribute<UseFilteringAttribute>() is not { } filtering)
        {
            return null;
        }

        var filter = filters.For(ItemType(shape, "[UseFiltering]"), filtering.Properties, method);
        var argument = new InputValueDefinition("where", filter.Type) { Description = "Which items are listed." };
        return new Applied(argument, Step(argument, filter.Apply));
    }

    public Applied? Order(MethodInfo method, TypeShape shape)
    {
        if (method.GetCustomAttribute<UseSortingAttribute>() is not { } sorting)
        {
            return null;
        }

        var sort = sorts.For(ItemType(shape, "[UseSorting]"), sorting.Properties, method);
        var argument = new InputValueDefinition("order", sort.Type.NonNull().List())
        {
            Description = "The order of the items: one key in each entry, the first one first.",
        };
        return new Applied(argument, Step(argument, sort.Apply));
    }

    private static Func<FieldResolver, FieldResolver> Step(
        InputValueDefinition argument,
        Func<object, object, object> apply
    ) =>
        resolver =>
            async context =>
                await resolver(context).ConfigureAwait(false) is not { } query ? null
                : context.ArgumentAt(argument.Index) is { } given ? apply(query, given)
                : query;

    private static Type ItemType(TypeShape shape, string attribute) =>
        typeof(IQueryable).IsAssignableFrom(shape.Type) && shape.Item is { } item
            ? item.Type
            : throw new SchemaException($"{attribute} needs a method that returns IQueryable<T>.");
}
