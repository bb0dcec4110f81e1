using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Deliveries that are due and that no node is busy with; locked until the transaction ends.</summary>
internal static class DueDeliveries
{
    public static async Task<List<Delivery>> LockDueAsync(
        this CooperatorDbContext db,
        DeliveryChannel channel,
        DateTimeOffset now,
        int most,
        CancellationToken ct
    )
    {
        var name = WaitingCoops.NameOf(channel);
        return await db
            .Deliveries.FromSql(
                $"""
                SELECT *, xmin FROM deliveries
                WHERE coop_id = {db.Coop.RequiredId} AND channel = {name} AND state IN ('PENDING', 'FAILED')
                    AND next_try_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now})
                ORDER BY next_try_at LIMIT {most} FOR UPDATE SKIP LOCKED
                """
            )
            .ToListAsync(ct);
    }

    /// <summary>All that is due to be gathered for these members.</summary>
    public static async Task<List<Delivery>> LockGatheredAsync(
        this CooperatorDbContext db,
        IReadOnlyList<Guid> members,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        Guid[] ids = [.. members];
        return await db
            .Deliveries.FromSql(
                $"""
                SELECT *, xmin FROM deliveries
                WHERE coop_id = {db.Coop.RequiredId} AND member_id = ANY ({ids}) AND gathered
                    AND state IN ('PENDING', 'FAILED')
                    AND next_try_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now})
                ORDER BY created_at FOR UPDATE SKIP LOCKED
                """
            )
            .ToListAsync(ct);
    }
}
