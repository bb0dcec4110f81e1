using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Cooperator.Api.Platform.Events;

/// <summary>
/// Reads the event log in the order (transaction, id). A transaction that began early and commits late puts its events
/// before others that were read already: so who reads must come back to everything behind <see cref="SettledAsync"/>.
/// </summary>
internal sealed class EventLogReader(NpgsqlConnection connection)
{
    private const int BatchSize = 500;

    private static readonly string Next = $"""
        SELECT id, xid, coop_id, at, actor_member_id, kind, subject_type, subject_id, payload
        FROM event_log
        WHERE (xid, id) > ($1, $2)
        ORDER BY xid, id
        LIMIT {BatchSize}
        """;

    private const string Settled = "SELECT pg_snapshot_xmin(pg_current_snapshot())";

    /// <summary>The place before which nothing can appear any more: no transaction from before it is still open.</summary>
    public async Task<EventPosition> SettledAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Settled, connection);
        return new EventPosition((ulong)(await command.ExecuteScalarAsync(ct))!, 0);
    }

    /// <summary>Whether there may be more at once.</summary>
    public static bool IsFull(IReadOnlyCollection<(EventPosition, CoopEvent)> batch) => batch.Count == BatchSize;

    public async Task<List<(EventPosition Position, CoopEvent Event)>> NextAsync(
        EventPosition after,
        CancellationToken ct
    )
    {
        await using var command = At(Next, after);
        await using var row = await command.ExecuteReaderAsync(ct);
        var events = new List<(EventPosition, CoopEvent)>();
        while (await row.ReadAsync(ct))
        {
            var position = new EventPosition(row.GetFieldValue<ulong>(1), row.GetInt64(0));
            events.Add((position, Event(row)));
        }

        return events;
    }

    private NpgsqlCommand At(string sql, EventPosition after) =>
        new(sql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<ulong> { TypedValue = after.Xid, NpgsqlDbType = NpgsqlDbType.Xid8 },
                new NpgsqlParameter<long> { TypedValue = after.Id },
            },
        };

    private static CoopEvent Event(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetGuid(2),
            row.GetFieldValue<DateTimeOffset>(3),
            row.IsDBNull(4) ? null : row.GetGuid(4),
            row.GetString(5),
            row.GetString(6),
            row.GetGuid(7),
            JsonElement.Parse(row.GetString(8))
        );
}

internal readonly record struct EventPosition(ulong Xid, long Id);
