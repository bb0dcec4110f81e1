using System.Text.Json;

namespace Cooperator.Api.Database.Events;

/// <summary>Something that happened in the co-op.</summary>
/// <remarks>Written in the transaction in which it happened. Never changed, never deleted.</remarks>
public sealed class EventLogEntry : ITenantOwned
{
    private EventLogEntry() { }

    public long Id { get; private set; }

    /// <summary>The writing transaction: readers wait for all older ones, so that a late commit is not skipped.</summary>
    public ulong Xid { get; private set; }

    public Guid CoopId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? ActorMemberId { get; private set; }

    public Guid? ActorAccountId { get; private set; }

    public string Kind { get; private set; } = "";

    public string SubjectType { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public string Payload { get; private set; } = "{}";

    internal static EventLogEntry Of(Guid coopId, DateTimeOffset at, CurrentActor actor, RaisedEvent raised) =>
        new()
        {
            CoopId = coopId,
            At = at,
            ActorMemberId = actor.MemberId,
            ActorAccountId = actor.AccountId,
            Kind = raised.Kind,
            SubjectType = raised.Kind[..raised.Kind.IndexOf('.', StringComparison.Ordinal)],
            SubjectId = raised.SubjectId,
            Payload = JsonSerializer.Serialize(raised.Payload, EventJson.Options),
        };
}
