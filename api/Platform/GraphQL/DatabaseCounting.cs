using Cooperator.GraphQL.Querying;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Platform.GraphQL;

/// <summary>Total counts, asked of the database.</summary>
internal sealed class DatabaseCounting : IQueryableExecutor
{
    public async ValueTask<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        await query.CountAsync(cancellationToken);
}
