using Cooperator.Api.Database;
using Cooperator.Api.Platform.Jobs;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Jobs;

public sealed class LastRunByJob(CooperatorDbContext db) : BatchDataLoader<string, JobRun>
{
    protected override async Task<IReadOnlyDictionary<string, JobRun>> LoadBatchAsync(
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        string[] jobs = [.. keys];
        return await db
            .JobRuns.FromSql(
                $"""
                SELECT run.* FROM unnest({jobs}) AS wanted(job) CROSS JOIN LATERAL (
                    SELECT *, xmin FROM job_runs WHERE job = wanted.job ORDER BY started_at DESC, id DESC LIMIT 1
                ) AS run
                """
            )
            .ToDictionaryAsync(r => r.Job, cancellationToken);
    }
}

/// <summary>When a job is due next.</summary>
public sealed record NextRun(DateTimeOffset At);

/// <summary>As the scheduler's own tables say, which count in ticks of UTC.</summary>
public sealed class NextRunByJob(CooperatorDbContext db) : BatchDataLoader<string, NextRun>
{
    protected override async Task<IReadOnlyDictionary<string, NextRun>> LoadBatchAsync(
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        string[] jobs = [.. keys];
        var planned = await db
            .Database.SqlQuery<Planned>(
                $"""
                SELECT job_name AS job, min(next_fire_time) AS ticks FROM quartz.qrtz_triggers
                WHERE job_name = ANY ({jobs}) AND next_fire_time IS NOT NULL GROUP BY job_name
                """
            )
            .ToListAsync(cancellationToken);
        return planned.ToDictionary(p => p.Job, p => new NextRun(new DateTimeOffset(p.Ticks, TimeSpan.Zero)));
    }

    private sealed record Planned(string Job, long Ticks);
}
