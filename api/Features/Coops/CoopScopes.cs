using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Coops;

/// <summary>Work inside a co-op that no request asked for: in a scope of its own, from within the co-op.</summary>
public sealed class CoopScopes(IServiceScopeFactory scopes)
{
    /// <summary>Every co-op there is.</summary>
    public async Task<IReadOnlyList<Guid>> AllAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        return await db.Coops.OrderBy(c => c.Slug).Select(c => c.Id).ToListAsync(ct);
    }

    /// <summary>Does <paramref name="work"/> in one transaction; it is run again when another got in between.</summary>
    public async Task<T> WriteAsync<T>(
        Guid coopId,
        Func<IServiceProvider, CancellationToken, Task<T>> work,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<CooperatorDbContext>();
        var coop = await db
            .Coops.Where(c => c.Id == coopId)
            .Select(c => new
            {
                c.Id,
                c.Slug,
                c.TimeZone,
            })
            .SingleAsync(ct);
        services.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
        return await services.GetRequiredService<DatabaseTransactions>().WriteAsync(token => work(services, token), ct);
    }
}
