using Cooperator.Api.Database.Schema;
using Npgsql;

namespace Cooperator.Api.Database.Events;

/// <summary>
/// The places in the event log are numbers of transactions, and every cluster counts its own. What was dumped from an old
/// cluster and restored into a new one lies far ahead of whatever is written there: cursors would pass over it for years.
/// </summary>
internal static class EventPositions
{
    /// <summary>
    /// Puts what comes from another cluster before everything this one can write: to 1 what notifications were planned of, to
    /// 2 what they were not, which keeps both sides of each cursor apart.
    /// </summary>
    /// <returns>Whether there was anything to put in its place.</returns>
    public static async Task<bool> TakeOverAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync("SELECT set_config('app.looks_across', 'on', true)", ct);
        var foreign = await connection.QueryAsync(LiesAhead, row => row.GetBoolean(0), ct) is [true];
        if (foreign)
        {
            await connection.ExecuteAsync(PutBehind, ct);
        }

        await transaction.CommitAsync(ct);
        return foreign;
    }

    // Nothing that is committed here can have a number that this cluster has not given out yet.
    private const string LiesAhead = """
        SELECT EXISTS (SELECT FROM event_log WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()))
        """;

    // The owner is bound by row-level security and by the log being append-only, as everybody is: but for this.
    private const string PutBehind = """
        ALTER TABLE event_log NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER event_log_is_append_only;
        ALTER TABLE notification_cursors NO FORCE ROW LEVEL SECURITY;

        UPDATE event_log e SET xid = CASE WHEN EXISTS (
            SELECT FROM notification_cursors n WHERE n.coop_id = e.coop_id AND (n.xid, n.event_id) >= (e.xid, e.id)
        ) THEN '1'::xid8 ELSE '2'::xid8 END;
        UPDATE notification_cursors SET xid = '1', event_id = 9223372036854775807;

        ALTER TABLE event_log FORCE ROW LEVEL SECURITY, ENABLE TRIGGER event_log_is_append_only;
        ALTER TABLE notification_cursors FORCE ROW LEVEL SECURITY;
        """;
}
