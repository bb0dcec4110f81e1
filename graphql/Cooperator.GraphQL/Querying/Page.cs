using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Querying;

/// <summary>One page of a query.</summary>
internal sealed class Page<T>(
    IQueryable<T> query,
    IReadOnlyList<SortKey> keys,
    PagingArguments paging,
    IQueryableExecutor? executor,
    ResolverContext context,
    Func<IServiceProvider, PageReader<T>>? reader
) : IPageSurroundings
{
    private readonly PageCut<T> cut = new(keys, paging);

    public async ValueTask<Connection<T>> ReadAsync(CancellationToken cancellationToken) =>
        cut.Connect(await ReadRowsAsync(cut.Rows(query), cancellationToken).ConfigureAwait(false), this);

    public ValueTask<bool> AnyUpToAfterAsync(CancellationToken cancellationToken) =>
        AnyAsync(cut.UpToAfter(query), cancellationToken);

    public ValueTask<bool> AnyFromBeforeAsync(CancellationToken cancellationToken) =>
        AnyAsync(cut.FromBefore(query), cancellationToken);

    public ValueTask<int> CountAsync(CancellationToken cancellationToken) =>
        executor is null
            ? ValueTask.FromResult(checked((int)query.LongCount()))
            : executor.CountAsync(query, cancellationToken);

    private static async ValueTask<bool> AnyAsync(IQueryable<T>? items, CancellationToken cancellationToken) =>
        items is not null
        && (
            await ResolverResults
                .ReadListAsync<int>(items.Select(_ => 1).Take(1), cancellationToken)
                .ConfigureAwait(false)
        ).Count > 0;

    private async ValueTask<List<PageRow<T>>> ReadRowsAsync(IQueryable<T> rows, CancellationToken cancellationToken)
    {
        if (KeyValues<T>.AreOwn(keys))
        {
            IReadOnlyList<T> items = reader is null
                ? await ResolverResults.ReadListAsync<T>(rows, cancellationToken).ConfigureAwait(false)
                : await reader(context.Services).ReadAsync(rows, context).ConfigureAwait(false);
            return [.. items.Select(item => new PageRow<T>(item, () => KeyValues<T>.Read(keys, item)))];
        }

        var keyed = await ResolverResults
            .ReadListAsync<KeyedItem<T>>(rows.Select(KeyValues<T>.Projection(keys)), cancellationToken)
            .ConfigureAwait(false);
        return [.. keyed.Select(row => new PageRow<T>(row.Item, () => row.Keys))];
    }
}
