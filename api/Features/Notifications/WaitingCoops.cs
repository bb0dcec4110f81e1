using Cooperator.Api.Database;
using Cooperator.Api.Database.Security;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>In which co-ops there is something to do. One statement for all of them, which tells their ids and nothing else.</summary>
internal sealed class WaitingCoops(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Those with deliveries that are due, and that no node is busy with.</summary>
    public Task<List<Guid>> ToSendAsync(DeliveryChannel channel, CancellationToken ct)
    {
        var (name, now) = (NameOf(channel), clock.GetUtcNow());
        return AskAsync($"""SELECT coops_to_send({name}, {now}) AS "Value" """, ct);
    }

    /// <summary>Those with events that nobody has read yet for what is to be told of them.</summary>
    public Task<List<Guid>> ToPlanAsync(CancellationToken ct) =>
        AskAsync($"""SELECT coops_to_plan() AS "Value" """, ct);

    internal static string NameOf(DeliveryChannel channel) => channel.ToString().ToUpperInvariant();

    internal static readonly string DueDeliveries = RowSecurity.FunctionAcross(
        "coops_to_send(wanted text, moment timestamptz)",
        """
        SELECT c.id FROM coops c
        WHERE EXISTS (
            SELECT FROM deliveries d
            WHERE d.coop_id = c.id AND d.channel = wanted AND d.state IN ('PENDING', 'FAILED')
                AND d.next_try_at <= moment AND (d.claimed_until IS NULL OR d.claimed_until <= moment)
        )
        ORDER BY c.slug
        """
    );

    internal static readonly string UnreadEvents = RowSecurity.FunctionAcross(
        "coops_to_plan()",
        """
        SELECT c.id FROM coops c LEFT JOIN notification_cursors n ON n.coop_id = c.id
        WHERE EXISTS (
            SELECT FROM event_log e
            WHERE e.coop_id = c.id AND (e.xid, e.id) > (coalesce(n.xid, '0'::xid8), coalesce(n.event_id, 0))
        )
        ORDER BY c.slug
        """
    );

    private async Task<List<Guid>> AskAsync(FormattableString statement, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        return await db.Database.SqlQuery<Guid>(statement).ToListAsync(ct);
    }
}
