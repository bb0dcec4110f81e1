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
        return typeof(KeysetPaging)
            .GetMethod(nameof(For), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(itemType)
            .CreateDelegate<Func<FieldResolver, UsePagingAttribute, FieldResolver>>()(resolver, settings);
    }

    private static FieldResolver For<T>(FieldResolver resolver, UsePagingAttribute settings)
    {
        var reader = MakeReader<T>(settings.Reader);
        return async context =>
            await resolver(context).ConfigureAwait(false) is { } sequence
                ? await PageOf<T>(context, sequence, settings, reader)
                    .ReadAsync(context.CancellationToken)
                    .ConfigureAwait(false)
                : null;
    }

    private static Page<T> PageOf<T>(
        ResolverContext context,
        object sequence,
        UsePagingAttribute settings,
        Func<IServiceProvider, PageReader<T>>? reader
    )
    {
        var paging = PagingArguments.Read(context, settings);
        var query = sequence as IQueryable<T> ?? ((IEnumerable<T>)sequence).AsQueryable();
        var unordered = SortOrder.TakeOff(query, out var keys);
        var executor = context.Services.GetService<IQueryableExecutor>();
        return new Page<T>(unordered, WithTieBreak<T>(keys), paging, executor, context, reader);
    }

    private static Func<IServiceProvider, PageReader<T>>? MakeReader<T>(Type? type)
    {
        if (type is null)
        {
            return null;
        }

        if (!type.IsAssignableTo(typeof(PageReader<T>)))
        {
            throw new SchemaException(
                $"{type.Name} reads no pages of {typeof(T).Name}: derive it from PageReader<{typeof(T).Name}>."
            );
        }

        var create = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        return services => (PageReader<T>)create(services, null);
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
