using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports;

/// <summary>Lists hold people's data: they are kept as long as somebody may still want to apply them, and no longer.</summary>
internal sealed class ExpiredImports(EachCoop coops, ImportSettings settings, TimeProvider clock) : IExpirySweep
{
    public string What => "imported lists";

    public Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddHours(-settings.KeptHours);
        return coops.SumAsync(
            (services, ct) =>
                services
                    .GetRequiredService<CooperatorDbContext>()
                    .Imports.Where(i => i.CreatedAt < before)
                    .ExecuteDeleteAsync(ct),
            cancellationToken
        );
    }
}
