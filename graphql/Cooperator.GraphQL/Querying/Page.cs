using Cooperator.GraphQL.Building;

namespace Cooperator.GraphQL.Querying;

/// <summary>One page of a query.</summary>
internal sealed class Page<T>(IQueryable<T> query, IReadOnlyList<SortKey> keys, PagingArguments paging)
{
    private readonly IReadOnlyList<SortKey> reversed = [.. keys.Select(key => key.Reversed())];
    private readonly object?[]? after = paging.After is { } cursor ? Cursors.Parse(cursor, keys) : null;
    private readonly object?[]? before = paging.Before is { } cursor ? Cursors.Parse(cursor, keys) : null;

    public async ValueTask<Connection<T>> ReadAsync(IQueryableExecutor? executor, CancellationToken cancellationToken)
    {
        var items = query;
        if (after is not null)
        {
            items = items.Where(KeysetPredicate.Behind<T>(keys, after));
        }

        if (before is not null)
        {
            items = items.Where(KeysetPredicate.Behind<T>(reversed, before));
        }

        // One item more than the page tells whether there is another page.
        var ordered = SortOrder.PutOn(items, paging.IsBackward ? reversed : keys).Take(paging.PageSize + 1);
        var rows = await ReadRowsAsync(ordered, cancellationToken).ConfigureAwait(false);
        var hasMore = rows.Count > paging.PageSize;
        if (hasMore)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        if (paging.IsBackward)
        {
            rows.Reverse();
        }

        return Connect(rows, hasMore, executor);
    }

    private Connection<T> Connect(List<(T Item, Func<object?[]> Keys)> rows, bool hasMore, IQueryableExecutor? executor)
    {
        Edge<T>[] edges = [.. rows.Select(row => new Edge<T>(row.Item, () => Cursors.Format(keys, row.Keys())))];
        var pageInfo = new PageInfo(
            token => !paging.IsBackward && hasMore ? ValueTask.FromResult(true) : AnyBehindAsync(rows, token),
            token => paging.IsBackward && hasMore ? ValueTask.FromResult(true) : AnyBeforeAsync(rows, token),
            () => edges is [var first, ..] ? first.Cursor : null,
            () => edges is [.., var last] ? last.Cursor : null
        );
        return new Connection<T>(
            edges,
            pageInfo,
            token =>
                executor is null
                    ? ValueTask.FromResult(checked((int)query.LongCount()))
                    : executor.CountAsync(query, token)
        );
    }

    // Without "before" the end of the page is the end of the list, unless more was found.
    private ValueTask<bool> AnyBehindAsync(
        List<(T Item, Func<object?[]> Keys)> rows,
        CancellationToken cancellationToken
    ) =>
        before is null ? ValueTask.FromResult(false)
        : rows is [.., var last]
            ? AnyAsync(query.Where(KeysetPredicate.Behind<T>(keys, last.Keys())), cancellationToken)
        : AnyAsync(query.Where(KeysetPredicate.NotBehind<T>(reversed, before)), cancellationToken);

    private ValueTask<bool> AnyBeforeAsync(
        List<(T Item, Func<object?[]> Keys)> rows,
        CancellationToken cancellationToken
    ) =>
        after is null ? ValueTask.FromResult(false)
        : rows is [var first, ..]
            ? AnyAsync(query.Where(KeysetPredicate.Behind<T>(reversed, first.Keys())), cancellationToken)
        : AnyAsync(query.Where(KeysetPredicate.NotBehind<T>(keys, after)), cancellationToken);

    private static async ValueTask<bool> AnyAsync(IQueryable<T> items, CancellationToken cancellationToken) =>
        (
            await ResolverResults
                .ReadListAsync<int>(items.Select(_ => 1).Take(1), cancellationToken)
                .ConfigureAwait(false)
        ).Count > 0;

    private async ValueTask<List<(T Item, Func<object?[]> Keys)>> ReadRowsAsync(
        IQueryable<T> ordered,
        CancellationToken cancellationToken
    )
    {
        if (KeyValues<T>.AreOwn(keys))
        {
            var items = await ResolverResults.ReadListAsync<T>(ordered, cancellationToken).ConfigureAwait(false);
            return [.. items.Select(item => (item, (Func<object?[]>)(() => KeyValues<T>.Read(keys, item))))];
        }

        var keyed = await ResolverResults
            .ReadListAsync<KeyedItem<T>>(ordered.Select(KeyValues<T>.Projection(keys)), cancellationToken)
            .ConfigureAwait(false);
        return [.. keyed.Select(row => (row.Item, (Func<object?[]>)(() => row.Keys)))];
    }
}
