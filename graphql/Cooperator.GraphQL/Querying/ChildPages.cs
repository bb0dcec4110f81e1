using System.Linq.Expressions;
using Cooperator.GraphQL.Building;

namespace Cooperator.GraphQL.Querying;

/// <summary>
/// The lists of many parents: one query for a page of each, one for what lies around them, one for their totals. A page is cut out beside its
/// parent's key (a database calls that a lateral join), so a long list costs no more than a short one.
/// </summary>
internal sealed class ChildPages<TKey, TItem>
    where TKey : notnull
{
    private readonly IQueryable<TItem> _items;
    private readonly Expression<Func<TItem, TKey>> _parent;
    private readonly IReadOnlyList<SortKey> _keys;

    /// <param name="items">The items of all parents, in their order.</param>
    /// <param name="parent">From an item to its parent's key.</param>
    public ChildPages(IQueryable<TItem> items, Expression<Func<TItem, TKey>> parent)
    {
        _items = SortOrder.TakeOff(items, out var keys);
        _parent = parent;
        _keys = KeysetPaging.WithTieBreak<TItem>(keys);
    }

    /// <summary>How a page is cut out of each list.</summary>
    /// <exception cref="GraphQLException">A cursor is none of this order; code <c>INVALID_CURSOR</c>.</exception>
    public PageCut<TItem> Cut(PagingArguments paging) => new(_keys, paging);

    /// <summary>The rows of each parent's page; parents without rows are missing.</summary>
    public async Task<ILookup<TKey, PageRow<TItem>>> RowsAsync(
        IQueryable<TKey> parents,
        PageCut<TItem> cut,
        CancellationToken cancellationToken
    )
    {
        var key = Expression.Parameter(typeof(TKey), "key");
        var rows = parents.SelectMany(
            Expression.Lambda<Func<TKey, IEnumerable<TItem>>>(cut.Rows(Of(key)).Expression, key),
            (parentKey, item) => new Child { Parent = parentKey, Item = item }
        );
        var ordered = SortOrder.PutOn(rows, Order(cut));
        return KeyValues<TItem>.AreOwn(_keys)
            ? (await ResolverResults.ReadListAsync<Child>(ordered, cancellationToken).ConfigureAwait(false)).ToLookup(
                child => child.Parent,
                child => new PageRow<TItem>(child.Item, () => KeyValues<TItem>.Read(_keys, child.Item))
            )
            : (
                await ResolverResults
                    .ReadListAsync<KeyedChild>(ordered.Select(WithKeys()), cancellationToken)
                    .ConfigureAwait(false)
            ).ToLookup(child => child.Parent, child => new PageRow<TItem>(child.Item, () => child.Keys));
    }

    /// <summary>How many items each parent has; parents without items are missing.</summary>
    public async Task<Dictionary<TKey, int>> CountAsync(
        IReadOnlyList<TKey> parents,
        CancellationToken cancellationToken
    )
    {
        var ofThem = Expression.Lambda<Func<TItem, bool>>(
            Expression.Call(
                typeof(Enumerable),
                nameof(Enumerable.Contains),
                [typeof(TKey)],
                QueryParameter.Of(parents, typeof(IReadOnlyList<TKey>)),
                _parent.Body
            ),
            _parent.Parameters
        );
        var counts = _items
            .Where(ofThem)
            .GroupBy(_parent)
            .Select(group => new Count { Parent = group.Key, Items = group.Count() });
        return (
            await ResolverResults.ReadListAsync<Count>(counts, cancellationToken).ConfigureAwait(false)
        ).ToDictionary(count => count.Parent, count => count.Items);
    }

    /// <summary>The parents that have an item in a part of their list; <paramref name="part"/> gives null for a part that is always empty.</summary>
    public async Task<HashSet<TKey>> HavingAnyAsync(
        IQueryable<TKey> parents,
        Func<IQueryable<TItem>, IQueryable<TItem>?> part,
        CancellationToken cancellationToken
    )
    {
        var key = Expression.Parameter(typeof(TKey), "key");
        if (part(Of(key)) is not { } some)
        {
            return [];
        }

        var any = Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(TItem)], some.Expression);
        var having = parents.Where(Expression.Lambda<Func<TKey, bool>>(any, key));
        return [.. await ResolverResults.ReadListAsync<TKey>(having, cancellationToken).ConfigureAwait(false)];
    }

    // Part of a larger query, in which the key is a variable. The key is compared twice: a provider that sees nothing but an equality (EF Core)
    // would rather number the rows of all lists and join the first ones, which reads every list to its end.
    private IQueryable<TItem> Of(ParameterExpression key) =>
        _items.Where(
            Expression.Lambda<Func<TItem, bool>>(
                Expression.AndAlso(
                    Expression.Equal(_parent.Body, key),
                    KeysetPredicate.Compare(_parent.Body, key, ExpressionType.GreaterThanOrEqual)
                ),
                _parent.Parameters
            )
        );

    // A join promises no order by itself, whatever the order inside it.
    private static List<SortKey> Order(PageCut<TItem> cut)
    {
        var row = Expression.Parameter(typeof(Child), "row");
        var ofParent = Expression.Lambda(Expression.Property(row, nameof(Child.Parent)), row);
        var item = Expression.Property(row, nameof(Child.Item));
        return [SortKey.Of(ofParent, descending: false), .. cut.RowOrder.Select(key => key.Within(row, item))];
    }

    private Expression<Func<Child, KeyedChild>> WithKeys()
    {
        var row = Expression.Parameter(typeof(Child), "row");
        var item = Expression.Property(row, nameof(Child.Item));
        return Expression.Lambda<Func<Child, KeyedChild>>(
            Expression.New(
                typeof(KeyedChild).GetConstructors()[0],
                Expression.Property(row, nameof(Child.Parent)),
                item,
                KeyValues<TItem>.Read(_keys, item)
            ),
            row
        );
    }

    private sealed class Child
    {
        public required TKey Parent { get; init; }

        public required TItem Item { get; init; }
    }

    private sealed class KeyedChild(TKey parent, TItem item, object?[] keys)
    {
        public TKey Parent { get; } = parent;

        public TItem Item { get; } = item;

        public object?[] Keys { get; } = keys;
    }

    private sealed class Count
    {
        public required TKey Parent { get; init; }

        public required int Items { get; init; }
    }
}
