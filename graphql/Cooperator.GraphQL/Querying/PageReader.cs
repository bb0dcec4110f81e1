using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Querying;

/// <summary>
/// Reads the rows of a page, and with them what is shown of each: named by <see cref="UsePagingAttribute.Reader"/>. It loads, or sets in the data
/// loaders, what the fields below will ask for, so that they are answered at once instead of being set aside one by one. It is a short cut and no
/// more: a page whose order reaches through relations is read without it. Constructors take services of the request.
/// </summary>
public abstract class PageReader<T>
{
    /// <summary>
    /// Gives the rows in their order. <see cref="ResolverContext.IsSelected"/> tells what is worth fetching (<c>nodes.unit</c> or
    /// <c>edges.node.unit</c>), <see cref="ResolverContext.DataLoader{T}"/> gives the loaders.
    /// </summary>
    /// <param name="rows">Filtered, ordered and cut to the page and one more.</param>
    /// <param name="context">The field whose page it is.</param>
    public abstract ValueTask<IReadOnlyList<T>> ReadAsync(IQueryable<T> rows, ResolverContext context);
}
