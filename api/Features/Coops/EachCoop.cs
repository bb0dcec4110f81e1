using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Coops;

/// <summary>Work of jobs that is done in every co-op: in each by a transaction of its own, from within it.</summary>
public sealed partial class EachCoop(IServiceScopeFactory scopes, ILogger<EachCoop> logger)
{
    /// <summary>
    /// Does <paramref name="work"/> in each co-op and gives the sum of what it counts. A co-op in which it fails does not
    /// keep the others from it; that it failed is told at the end.
    /// </summary>
    /// <exception cref="JobFailedException">It failed somewhere.</exception>
    public async Task<int> SumAsync(
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        var (sum, failed) = (0, 0);
        foreach (var coop in await CoopsAsync(cancellationToken))
        {
            try
            {
                sum += await InCoopAsync(coop, work, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(logger, failure, coop.Slug);
                failed++;
            }
        }

        return failed == 0
            ? sum
            : throw new JobFailedException($"Done: {sum}. It failed in {failed} of the co-ops; the log tells more.");
    }

    private async Task<int> InCoopAsync(
        Place coop,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentCoop>().Enter(coop.Id, coop.Slug, coop.TimeZone);
        return await services.GetRequiredService<DatabaseTransactions>().WriteAsync(token => work(services, token), ct);
    }

    private async Task<List<Place>> CoopsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        return await db.Coops.OrderBy(c => c.Slug).Select(c => new Place(c.Id, c.Slug, c.TimeZone)).ToListAsync(ct);
    }

    private sealed record Place(Guid Id, string Slug, string TimeZone);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work of a job failed in the co-op {Coop}.")]
    private static partial void Failed(ILogger logger, Exception failure, string coop);
}
