using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports;

/// <summary>Lists hold people's data: they are kept as long as somebody may still want to apply them, and no longer.</summary>
internal sealed class ExpiredImports(ImportSettings settings, TimeProvider clock) : IExpirySweep
{
    public string What => "imported lists";

    public async Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddHours(-settings.KeptHours);
        var db = scope.GetRequiredService<CooperatorDbContext>();
        var coop = scope.GetRequiredService<CurrentCoop>();
        var coops = await db
            .Coops.Select(c => new
            {
                c.Id,
                c.Slug,
                c.TimeZone,
            })
            .ToListAsync(cancellationToken);
        var removed = 0;
        foreach (var one in coops)
        {
            // Rows are seen from within their co-op only, by this job too.
            coop.Enter(one.Id, one.Slug, one.TimeZone);
            removed += await db.Imports.Where(i => i.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
        }

        return removed;
    }
}
