using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Notifications;

/// <summary>How far into the co-op's event log notifications have been planned. Moves in the transaction that plans them.</summary>
public sealed class NotificationCursor : TenantEntity
{
    internal NotificationCursor() { }

    public ulong Xid { get; private set; }

    public long EventId { get; private set; }

    public void MoveTo(ulong xid, long eventId) => (Xid, EventId) = (xid, eventId);
}
