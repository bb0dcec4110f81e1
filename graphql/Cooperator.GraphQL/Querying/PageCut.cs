namespace Cooperator.GraphQL.Querying;

/// <summary>
/// Cuts one page out of a query, and makes a connection of what it found. What lies around the page depends on the cursors alone: everything
/// before it is <see cref="UpToAfter"/>, everything behind it <see cref="FromBefore"/>, unless the page itself was full.
/// </summary>
internal sealed class PageCut<T>
{
    private readonly IReadOnlyList<SortKey> _keys;
    private readonly IReadOnlyList<SortKey> _reversed;
    private readonly PagingArguments _paging;
    private readonly object?[]? _after;
    private readonly object?[]? _before;

    /// <exception cref="GraphQLException">A cursor is none of this order; code <c>INVALID_CURSOR</c>.</exception>
    public PageCut(IReadOnlyList<SortKey> keys, PagingArguments paging)
    {
        _keys = keys;
        _reversed = [.. keys.Select(key => key.Reversed())];
        _paging = paging;
        _after = paging.After is { } after ? Cursors.Parse(after, keys) : null;
        _before = paging.Before is { } before ? Cursors.Parse(before, keys) : null;
    }

    /// <summary>The order in which <see cref="Rows"/> come.</summary>
    public IReadOnlyList<SortKey> RowOrder => _paging.IsBackward ? _reversed : _keys;

    /// <summary>The rows of the page, and one more if there is one.</summary>
    public IQueryable<T> Rows(IQueryable<T> query)
    {
        var items = _after is null ? query : query.Where(KeysetPredicate.Behind<T>(_keys, _after));
        items = _before is null ? items : items.Where(KeysetPredicate.Behind<T>(_reversed, _before));
        return SortOrder.PutOn(items, RowOrder).Take(_paging.PageSize + 1);
    }

    /// <summary>The items up to the cursor <c>after</c>; null without one, since nothing lies before the first page.</summary>
    public IQueryable<T>? UpToAfter(IQueryable<T> query) =>
        _after is null ? null : query.Where(KeysetPredicate.NotBehind<T>(_keys, _after));

    /// <summary>The items from the cursor <c>before</c> on; null without one, since the last page ends the list.</summary>
    public IQueryable<T>? FromBefore(IQueryable<T> query) =>
        _before is null ? null : query.Where(KeysetPredicate.NotBehind<T>(_reversed, _before));

    /// <summary>Makes a connection of the rows; <paramref name="around"/> is only asked what was selected.</summary>
    public Connection<T> Connect(List<PageRow<T>> rows, IPageSurroundings around)
    {
        var isFull = rows.Count > _paging.PageSize;
        if (isFull)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        if (_paging.IsBackward)
        {
            rows.Reverse();
        }

        Edge<T>[] edges = [.. rows.Select(row => new Edge<T>(row.Item, () => Cursors.Format(_keys, row.KeyValues())))];
        var known = ValueTask.FromResult(true);
        var pageInfo = new PageInfo(
            token =>
                !_paging.IsBackward && isFull ? known
                : _before is null ? default
                : around.AnyFromBeforeAsync(token),
            token =>
                _paging.IsBackward && isFull ? known
                : _after is null ? default
                : around.AnyUpToAfterAsync(token),
            () => edges is [var first, ..] ? first.Cursor : null,
            () => edges is [.., var last] ? last.Cursor : null
        );
        return new Connection<T>(edges, pageInfo, around.CountAsync);
    }
}

/// <summary>What costs a query of its own, and is asked for only when it was selected.</summary>
internal interface IPageSurroundings
{
    ValueTask<bool> AnyUpToAfterAsync(CancellationToken cancellationToken);

    ValueTask<bool> AnyFromBeforeAsync(CancellationToken cancellationToken);

    ValueTask<int> CountAsync(CancellationToken cancellationToken);
}

/// <summary>An item of a page; the values of its keys are read when its cursor is asked for.</summary>
internal readonly record struct PageRow<T>(T Item, Func<object?[]> KeyValues);
