using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Cooperator.Api.Platform.Jobs;

/// <summary>What Quartz runs for every plan: the plan's job, with a record of the run before and after it.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RecordedJob(
    IEnumerable<JobPlan> plans,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<RecordedJob> logger
) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var plan = plans.Single(p => p.Name == context.JobDetail.Key.Name);
        var due = context.Trigger is ICronTrigger ? context.ScheduledFireTimeUtc : null;
        var run = new JobRun(plan.Name, context.Scheduler.SchedulerInstanceId, due, clock.GetUtcNow());
        await WriteAsync(db => BeginAsync(db, run, cancellationToken), cancellationToken);
        var end = await DoAsync(plan, cancellationToken);
        await WriteAsync(async db => end(await db.JobRuns.SingleAsync(r => r.Id == run.Id)), CancellationToken.None);
    }

    private async Task<Action<JobRun>> DoAsync(JobPlan plan, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var job = (IRecurringJob)scope.ServiceProvider.GetRequiredService(plan.Job);
            var words = await job.RunAsync(ct);
            return run => run.Succeed(words, clock.GetUtcNow());
        }
        catch (Exception failure)
        {
            // A job's failure is part of its record; the next hour tries again.
            Failed(logger, failure, plan.Name);
            return run => run.Fail(WordsOf(failure), clock.GetUtcNow());
        }
    }

    private async Task BeginAsync(CooperatorDbContext db, JobRun run, CancellationToken ct)
    {
        // One job runs once at a time, so whatever still seems to run has lost its node.
        var lost = await db.JobRuns.Where(r => r.Job == run.Job && r.Outcome == JobOutcome.Running).ToListAsync(ct);
        lost.ForEach(r => r.Abandon(clock.GetUtcNow()));
        db.JobRuns.Add(run);
    }

    private async Task WriteAsync(Func<CooperatorDbContext, Task> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        await scope.ServiceProvider.GetRequiredService<DatabaseTransactions>().WriteAsync(_ => work(db), ct);
    }

    // Messages of others may hold people's data.
    private static string WordsOf(Exception failure) =>
        failure is JobFailedException ? failure.Message : $"It failed ({failure.GetType().Name}); the log tells more.";

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed.")]
    private static partial void Failed(ILogger logger, Exception failure, string job);
}
