namespace Cooperator.GraphQL.Querying;

/// <summary>Runs what a query cannot run asynchronously by itself. A host registers one to count with its own library.</summary>
public interface IQueryableExecutor
{
    /// <summary>Counts the items of a query.</summary>
    ValueTask<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);
}
