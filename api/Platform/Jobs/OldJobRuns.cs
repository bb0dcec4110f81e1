using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Platform.Jobs;

internal sealed class OldJobRuns(TimeProvider clock) : IExpirySweep
{
    public string What => "records of jobs";

    public Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - JobRun.Kept;
        var db = scope.GetRequiredService<CooperatorDbContext>();
        return db.JobRuns.Where(r => r.StartedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
