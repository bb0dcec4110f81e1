using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Jobs;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Cooperator.Api.Features.Jobs;

[MutationType]
[Authorize(Policy = Policies.Operator)]
public static class JobMutations
{
    /// <summary>Runs a job at once, on whichever node is free.</summary>
    [Error<JobNotFoundException>]
    [Error<JobAlreadyRunningException>]
    public static async Task<JobPlan> RunJobAsync(
        string name,
        [Service] IEnumerable<JobPlan> plans,
        ISchedulerFactory schedulers,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var plan = plans.SingleOrDefault(p => p.Name == name) ?? throw new JobNotFoundException();
        var running = await db.JobRuns.AnyAsync(r => r.Job == plan.Name && r.Outcome == JobOutcome.Running, ct);
        var scheduler = await schedulers.GetScheduler(ct);
        return !running && await scheduler.RunNowAsync(plan.Name, ct) ? plan : throw new JobAlreadyRunningException();
    }
}
