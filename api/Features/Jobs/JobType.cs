using Cooperator.Api.Database;
using Cooperator.Api.Platform.Jobs;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Jobs;

/// <summary>Something the house does by itself at its hours.</summary>
[GraphQLName("Job")]
[ObjectType<JobPlan>(nameof(JobPlan.Name), nameof(JobPlan.Description))]
public static class JobType
{
    /// <summary>When it is due; null while no node has planned it.</summary>
    public static async Task<DateTimeOffset?> GetNextRunAtAsync(
        [Parent] JobPlan plan,
        NextRunByJob runs,
        CancellationToken ct
    ) => (await runs.LoadAsync(plan.Name, ct))?.At;

    public static Task<JobRun?> GetLastRunAsync([Parent] JobPlan plan, LastRunByJob runs, CancellationToken ct) =>
        runs.LoadAsync(plan.Name, ct);

    /// <summary>The latest first; they are kept for 90 days.</summary>
    [UsePaging(IncludeTotalCount = false)]
    public static IQueryable<JobRun> GetRuns([Parent] JobPlan plan, CooperatorDbContext db) =>
        db.JobRuns.Where(r => r.Job == plan.Name).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id);
}

[ObjectType<JobRun>(
    nameof(JobRun.Node),
    nameof(JobRun.DueAt),
    nameof(JobRun.StartedAt),
    nameof(JobRun.FinishedAt),
    nameof(JobRun.Outcome),
    nameof(JobRun.Words)
)]
public static class JobRunType
{
    [ID<JobRun>]
    public static Guid GetId([Parent] JobRun run) => run.Id;
}
