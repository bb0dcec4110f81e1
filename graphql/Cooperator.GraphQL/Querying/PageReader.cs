using Cooperator.GraphQL.Execution;

namespace Cooperator.GraphQL.Querying;

/// <summary>
/// Reads the rows of a page: named by <see cref="UsePagingAttribute.Reader"/> where rows should bring more than the items, such as the
/// one thing each of them belongs to, which a reader puts into the data loaders of the fields below. One round trip then answers what
/// would be one for each loader. It is a short cut and no more: a page whose order reaches through relations is read without it.
/// Constructors take services of the request.
/// </summary>
public abstract class PageReader<T>
{
    /// <summary>
    /// Gives the rows in their order. <see cref="ResolverContext.IsSelected"/> tells what is worth fetching (<c>nodes.unit</c> or
    /// <c>edges.node.unit</c>), <see cref="ResolverContext.DataLoader{T}"/> gives the loaders to fill.
    /// </summary>
    /// <param name="rows">Filtered, ordered and cut to the page and one more.</param>
    /// <param name="context">The field whose page it is.</param>
    public abstract ValueTask<IReadOnlyList<T>> ReadAsync(IQueryable<T> rows, ResolverContext context);
}
