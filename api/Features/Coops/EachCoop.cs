using Cooperator.Api.Platform.Jobs;

namespace Cooperator.Api.Features.Coops;

/// <summary>Work of jobs that is done in every co-op: in each by a transaction of its own, from within it.</summary>
public sealed partial class EachCoop(CoopScopes coops, ILogger<EachCoop> logger)
{
    /// <summary>Does <paramref name="work"/> in each co-op there is.</summary>
    /// <exception cref="JobFailedException">It failed somewhere.</exception>
    public async Task<int> SumAsync(
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken
    ) => await SumAsync(await coops.AllAsync(cancellationToken), work, cancellationToken);

    /// <summary>
    /// Does <paramref name="work"/> in each of these co-ops and gives the sum of what it counts. A co-op in which it fails does not
    /// keep the others from it; that it failed is told at the end.
    /// </summary>
    /// <exception cref="JobFailedException">It failed somewhere.</exception>
    public async Task<int> SumAsync(
        IEnumerable<Guid> among,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        var (sum, failed) = (0, 0);
        foreach (var coop in among)
        {
            try
            {
                sum += await coops.WriteAsync(coop, work, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(logger, failure, coop);
                failed++;
            }
        }

        return failed == 0
            ? sum
            : throw new JobFailedException($"Done: {sum}. It failed in {failed} of the co-ops; the log tells more.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work of a job failed in the co-op {Coop}.")]
    private static partial void Failed(ILogger logger, Exception failure, Guid coop);
}
