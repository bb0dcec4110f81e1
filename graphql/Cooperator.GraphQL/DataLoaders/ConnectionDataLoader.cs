using System.Linq.Expressions;
using Cooperator.GraphQL.Querying;

namespace Cooperator.GraphQL.DataLoaders;

/// <summary>
/// Loads a page of a list for each parent (<c>comments(first: 3)</c> of twenty issues): one query for all parents that are asked for the same page,
/// one more for their totals, and one for what lies before or behind, each only when it was selected. Use it from a method with
/// <see cref="UsePagingAttribute"/> that takes <see cref="PagingArguments"/> and returns the connection.
/// </summary>
/// <typeparam name="TKey">What a parent is known by: one value that can be ordered.</typeparam>
/// <typeparam name="TItem">The item of the lists.</typeparam>
public abstract class ConnectionDataLoader<TKey, TItem> : DataLoader
    where TKey : notnull
{
    private readonly LoaderCache<(TKey Parent, PagingArguments Page), Connection<TItem>> _pages;
    private readonly LoaderCache<(TKey Parent, PagingArguments Page, Side Side), bool> _around;
    private readonly LoaderCache<TKey, int> _counts;
    private ChildPages<TKey, TItem>? _lists;

    /// <summary>Starts with an empty cache.</summary>
    protected ConnectionDataLoader()
    {
        _pages = new(this);
        _around = new(this);
        _counts = new(this);
    }

    private enum Side
    {
        UpToAfter,
        FromBefore,
    }

    /// <summary>The items of all parents, in the order of their lists. Without one that is total they are ordered by <c>Id</c> at last.</summary>
    protected abstract IQueryable<TItem> Items { get; }

    /// <summary>From an item to the key of the parent in whose list it stands.</summary>
    protected abstract Expression<Func<TItem, TKey>> Parent { get; }

    private ChildPages<TKey, TItem> Lists => _lists ??= new(Items, Parent);

    /// <summary>Gives a page of a parent's list; an empty one when it has no items.</summary>
    /// <exception cref="GraphQLException">A cursor is none of this list; code <c>INVALID_CURSOR</c>.</exception>
    /// <exception cref="Exception">What the query threw.</exception>
    public Task<Connection<TItem>> LoadAsync(
        TKey parent,
        PagingArguments page,
        CancellationToken cancellationToken = default
    ) => _pages.LoadAsync((parent, page), cancellationToken);

    /// <summary>
    /// The keys as a query of the same source as <see cref="Items"/>, so that both can be joined by one statement. As it is, it serves items in memory.
    /// </summary>
    protected virtual IQueryable<TKey> QueryOf(IReadOnlyList<TKey> keys) => keys.AsQueryable();

    internal sealed override IReadOnlyList<LoaderBatch> TakeBatches() =>
        [
            .. _pages.TakeBatches(BatchSize, LoadPagesAsync),
            .. _around.TakeBatches(BatchSize, LoadAroundAsync),
            .. _counts.TakeBatches(BatchSize, LoadCountsAsync),
        ];

    internal sealed override void Clear()
    {
        _pages.Clear();
        _around.Clear();
        _counts.Clear();
    }

    private async Task<Connection<TItem>[]> LoadPagesAsync(
        IReadOnlyList<(TKey Parent, PagingArguments Page)> wanted,
        CancellationToken cancellationToken
    )
    {
        var pages = new Dictionary<(TKey, PagingArguments), Connection<TItem>>(wanted.Count);
        foreach (var (page, parents) in wanted.GroupBy(w => w.Page, w => w.Parent).Select(g => (g.Key, g.ToList())))
        {
            var cut = Lists.Cut(page);
            var rows = await Lists.RowsAsync(QueryOf(parents), cut, cancellationToken).ConfigureAwait(false);
            foreach (var parent in parents)
            {
                pages[(parent, page)] = cut.Connect([.. rows[parent]], new Surroundings(this, parent, page));
            }
        }

        return [.. wanted.Select(w => pages[w])];
    }

    private async Task<bool[]> LoadAroundAsync(
        IReadOnlyList<(TKey Parent, PagingArguments Page, Side Side)> wanted,
        CancellationToken cancellationToken
    )
    {
        var having = new HashSet<(TKey, PagingArguments, Side)>();
        foreach (var group in wanted.GroupBy(w => (w.Page, w.Side), w => w.Parent))
        {
            var (page, side) = group.Key;
            var cut = Lists.Cut(page);
            var parents = await Lists
                .HavingAnyAsync(
                    QueryOf([.. group]),
                    side == Side.UpToAfter ? cut.UpToAfter : cut.FromBefore,
                    cancellationToken
                )
                .ConfigureAwait(false);
            having.UnionWith(parents.Select(parent => (parent, page, side)));
        }

        return [.. wanted.Select(having.Contains)];
    }

    private async Task<int[]> LoadCountsAsync(IReadOnlyList<TKey> wanted, CancellationToken cancellationToken)
    {
        var counts = await Lists.CountAsync(wanted, cancellationToken).ConfigureAwait(false);
        return [.. wanted.Select(parent => counts.GetValueOrDefault(parent))];
    }

    private sealed class Surroundings(ConnectionDataLoader<TKey, TItem> loader, TKey parent, PagingArguments page)
        : IPageSurroundings
    {
        public async ValueTask<bool> AnyUpToAfterAsync(CancellationToken cancellationToken) =>
            await loader._around.LoadAsync((parent, page, Side.UpToAfter), cancellationToken).ConfigureAwait(false);

        public async ValueTask<bool> AnyFromBeforeAsync(CancellationToken cancellationToken) =>
            await loader._around.LoadAsync((parent, page, Side.FromBefore), cancellationToken).ConfigureAwait(false);

        public async ValueTask<int> CountAsync(CancellationToken cancellationToken) =>
            await loader._counts.LoadAsync(parent, cancellationToken).ConfigureAwait(false);
    }
}
