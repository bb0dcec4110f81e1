using System.Linq.Expressions;
using System.Reflection;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Querying;

/// <summary>
/// Pages of a query by the values of its order ("keyset"): a page costs the same however far behind it lies, and items that come and go meanwhile
/// neither repeat nor hide others.
/// </summary>
internal static class KeysetPaging
{
    private const string TieBreak = "Id";

    /// <summary>Turns a resolver of a query into one of a connection.</summary>
    public static FieldResolver Apply(FieldResolver resolver, Type itemType, UsePagingAttribute settings)
    {
        var page = typeof(KeysetPaging)
            .GetMethod(nameof(PageAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(itemType)
            .CreateDelegate<Func<ResolverContext, object, UsePagingAttribute, ValueTask<object?>>>();
        return async context =>
            await resolver(context).ConfigureAwait(false) is { } query
                ? await page(context, query, settings).ConfigureAwait(false)
                : null;
    }

    private static async ValueTask<object?> PageAsync<T>(
        ResolverContext context,
        object sequence,
        UsePagingAttribute settings
    )
    {
        var paging = PagingArguments.Read(context, settings);
        var query = sequence as IQueryable<T> ?? ((IEnumerable<T>)sequence).AsQueryable();
        var unordered = SortOrder.TakeOff(query, out var keys);
        var executor = context.Services.GetService<IQueryableExecutor>();
        return await new Page<T>(unordered, WithTieBreak<T>(keys), paging, executor)
            .ReadAsync(context.CancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Makes an order total: two items of one place in it would hide each other at the edge of a page.</summary>
    /// <exception cref="InvalidOperationException">There is no order, and no property <c>Id</c> to make one of.</exception>
    internal static List<SortKey> WithTieBreak<T>(List<SortKey> keys)
    {
        if (TieBreakOf<T>.Key is { } key && !keys.Exists(IsTieBreak))
        {
            keys.Add(key);
        }

        return keys.Count > 0
            ? keys
            : throw new InvalidOperationException(
                $"A page of {typeof(T).Name} needs an order: {typeof(T).Name} has no property Id, and the query no OrderBy."
            );
    }

    private static bool IsTieBreak(SortKey key) =>
        key.Selector.Body is MemberExpression { Expression: ParameterExpression, Member.Name: TieBreak };

    private static class TieBreakOf<T>
    {
        public static readonly SortKey? Key = Make();

        private static SortKey? Make()
        {
            if (typeof(T).GetProperty(TieBreak) is not { } id)
            {
                return null;
            }

            var item = Expression.Parameter(typeof(T), "item");
            return SortKey.Of(Expression.Lambda(Expression.Property(item, id), item), descending: false);
        }
    }
}
