using Quartz;

namespace Cooperator.Api.Platform.Jobs;

/// <summary>
/// Runs the scheduler once the house serves. Making it keeps the processor busy for long, and no request waits for a
/// job, so nobody should have to wait for it.
/// </summary>
internal sealed class JobScheduler(
    ISchedulerFactory factory,
    IEnumerable<JobPlan> plans,
    IHostApplicationLifetime lifetime
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var stopping = Task.Delay(Timeout.Infinite, stoppingToken);
        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(serving.SetResult);
        if (await Task.WhenAny(serving.Task, stopping) == stopping)
        {
            return;
        }

        var scheduler = await factory.GetScheduler(stoppingToken);
        await scheduler.KeepAsync([.. plans], stoppingToken);
        await scheduler.Start(stoppingToken);
        await stopping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
    }
}
