using System.Globalization;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>How a round of planning ended.</summary>
public enum Planned
{
    /// <summary>Everything that was there is planned.</summary>
    All,

    /// <summary>There is more at once.</summary>
    Some,

    /// <summary>An open transaction may still put something in front of events that are there already.</summary>
    Unsettled,

    /// <summary>Another node is at it.</summary>
    Busy,
}

/// <summary>
/// Reads on in the co-op's event log from its cursor and plans what follows. Reads only up to the oldest open transaction:
/// what that one commits comes before what is already there, and must not be passed over.
/// </summary>
internal sealed class EventPlanning(CooperatorDbContext db, IEnumerable<IEventPlan> plans, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>Of what is older nobody wants to be told: the house was down, or the co-op's past was brought along.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    /// <summary>Must run in a transaction, inside the co-op.</summary>
    public async Task<Planned> PlanAsync(CancellationToken ct)
    {
        if (await ClaimCursorAsync(ct) is not { } cursor)
        {
            return Planned.Busy;
        }

        var oldestOpen = await db
            .Database.SqlQuery<string>($"""SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS "Value" """)
            .SingleAsync(ct);
        var settled = ulong.Parse(oldestOpen, CultureInfo.InvariantCulture);
        var unread = await UnreadAsync(cursor, ct);
        var events = unread.Where(e => e.Xid < settled).ToList();
        if (events is [.., var last])
        {
            var since = clock.GetUtcNow() - Stale;
            var fresh = events.Where(e => e.At >= since).ToList();
            foreach (var plan in plans)
            {
                await plan.PlanAsync(fresh, ct);
            }

            cursor.MoveTo(last.Xid, last.Id);
        }

        return events.Count < unread.Count ? Planned.Unsettled
            : unread.Count == BatchSize ? Planned.Some
            : Planned.All;
    }

    private async Task<NotificationCursor?> ClaimCursorAsync(CancellationToken ct)
    {
        var coop = db.Coop.RequiredId;
        var claimed = await ClaimAsync();
        if (claimed is null && !await db.NotificationCursors.AnyAsync(ct))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO notification_cursors (coop_id, id, xid, event_id)
                VALUES ({coop}, gen_random_uuid(), '0'::xid8, 0) ON CONFLICT DO NOTHING
                """,
                ct
            );
            claimed = await ClaimAsync();
        }

        return claimed;

        async Task<NotificationCursor?> ClaimAsync() =>
            (
                await db
                    .NotificationCursors.FromSql(
                        $"SELECT *, xmin FROM notification_cursors WHERE coop_id = {coop} FOR UPDATE SKIP LOCKED"
                    )
                    .ToListAsync(ct)
            ).SingleOrDefault();
    }

    private async Task<List<EventLogEntry>> UnreadAsync(NotificationCursor cursor, CancellationToken ct)
    {
        var (coop, xid) = (db.Coop.RequiredId, $"{cursor.Xid}");
        var events = await db
            .Events.FromSql(
                $"""
                SELECT * FROM event_log WHERE coop_id = {coop} AND (xid, id) > ({xid}::xid8, {cursor.EventId})
                ORDER BY xid, id LIMIT {BatchSize}
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);
        return [.. events.OrderBy(e => e.Xid).ThenBy(e => e.Id)];
    }
}
