namespace Cooperator.GraphQL.Querying;

/// <summary>One page of a list, see the GraphQL Cursor Connections specification. What costs a query of its own is asked for only when selected.</summary>
public sealed class Connection<T>
{
    private readonly Func<CancellationToken, ValueTask<int>>? count;

    /// <summary>A page whose items, neighbours and total are known.</summary>
    public Connection(
        IReadOnlyList<Edge<T>> edges,
        bool hasNextPage,
        bool hasPreviousPage,
        Func<CancellationToken, ValueTask<int>>? totalCount = null
    )
        : this(
            edges,
            new PageInfo(
                _ => ValueTask.FromResult(hasNextPage),
                _ => ValueTask.FromResult(hasPreviousPage),
                () => edges is [var first, ..] ? first.Cursor : null,
                () => edges is [.., var last] ? last.Cursor : null
            ),
            totalCount
        ) { }

    internal Connection(
        IReadOnlyList<Edge<T>> edges,
        PageInfo pageInfo,
        Func<CancellationToken, ValueTask<int>>? totalCount
    )
    {
        Edges = edges;
        PageInfo = pageInfo;
        count = totalCount;
    }

    /// <summary>The items with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    /// <summary>The items.</summary>
    public IReadOnlyList<T> Nodes => field ??= [.. Edges.Select(edge => edge.Node)];

    /// <summary>What lies around the page.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>Counts all items, on every page.</summary>
    /// <exception cref="InvalidOperationException">The connection was made without a count.</exception>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken) =>
        count is null
            ? throw new InvalidOperationException("The connection was made without a total count.")
            : count(cancellationToken);
}

/// <summary>An item of a connection and the place it has in it.</summary>
public sealed class Edge<T>
{
    private readonly Func<string>? makeCursor;
    private string? cursor;

    /// <summary>An item with its cursor.</summary>
    public Edge(T node, string cursor)
    {
        Node = node;
        this.cursor = cursor;
    }

    internal Edge(T node, Func<string> makeCursor)
    {
        Node = node;
        this.makeCursor = makeCursor;
    }

    /// <summary>The item.</summary>
    public T Node { get; }

    /// <summary>The opaque place of the item.</summary>
    public string Cursor => cursor ??= makeCursor!();
}

/// <summary>What lies around a page.</summary>
public sealed class PageInfo
{
    private readonly Func<CancellationToken, ValueTask<bool>> hasNext;
    private readonly Func<CancellationToken, ValueTask<bool>> hasPrevious;
    private readonly Func<string?> start;
    private readonly Func<string?> end;

    internal PageInfo(
        Func<CancellationToken, ValueTask<bool>> hasNext,
        Func<CancellationToken, ValueTask<bool>> hasPrevious,
        Func<string?> start,
        Func<string?> end
    )
    {
        this.hasNext = hasNext;
        this.hasPrevious = hasPrevious;
        this.start = start;
        this.end = end;
    }

    /// <summary>The cursor of the first item; null when the page is empty.</summary>
    public string? StartCursor => start();

    /// <summary>The cursor of the last item; null when the page is empty.</summary>
    public string? EndCursor => end();

    /// <summary>Whether there are items behind the page.</summary>
    public ValueTask<bool> HasNextPageAsync(CancellationToken cancellationToken) => hasNext(cancellationToken);

    /// <summary>Whether there are items before the page.</summary>
    public ValueTask<bool> HasPreviousPageAsync(CancellationToken cancellationToken) => hasPrevious(cancellationToken);
}
