using Quartz;

namespace Cooperator.Api.Platform.Jobs;

/// <summary>Runs every registered sweep; one that fails does not keep the others from running.</summary>
[DisallowConcurrentExecution]
internal sealed class ExpirySweepJob(
    IEnumerable<IExpirySweep> sweeps,
    IServiceScopeFactory scopes,
    ILogger<ExpirySweepJob> logger
) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var failures = new List<Exception>();
        foreach (var sweep in sweeps)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var removed = await sweep.SweepAsync(scope.ServiceProvider, cancellationToken);
                if (removed > 0)
                {
                    logger.LogInformation("Removed expired {What}: {Count}.", sweep.What, removed);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Expired {What} could not be removed.", sweep.What);
                failures.Add(e);
            }
        }
        if (failures.Count > 0)
        {
            // The scheduler keeps the run as failed; the next hour tries again.
            throw new JobExecutionException(new AggregateException(failures));
        }
    }
}
