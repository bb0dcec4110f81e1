using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>An inbox is no archive: what happened is in the event log.</summary>
internal sealed class OldNotifications(EachCoop coops, TimeProvider clock) : IExpirySweep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public string What => "notifications";

    public Task<int> SweepAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;
        return coops.SumAsync(
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                // What is still to be printed stays until it is, with what it tells of.
                var toPrint = db.Deliveries.Where(d =>
                    d.Channel == DeliveryChannel.Email
                    && (d.State == DeliveryState.Dead || d.State == DeliveryState.Unreachable)
                );
                return await db
                        .Deliveries.Where(d => d.CreatedAt < before && !toPrint.Any(kept => kept.Id == d.Id))
                        .ExecuteDeleteAsync(ct)
                    + await db
                        .Notifications.Where(n => n.CreatedAt < before && !toPrint.Any(d => d.NotificationId == n.Id))
                        .ExecuteDeleteAsync(ct);
            },
            cancellationToken
        );
    }
}
