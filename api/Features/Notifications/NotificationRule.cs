using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;

namespace Cooperator.Api.Features.Notifications;

/// <summary>One kind of notification: what causes it, whom it tells, and in which words. Features register theirs.</summary>
public abstract class NotificationRule
{
    public abstract NotificationKind Kind { get; }

    /// <summary>The events that cause it: <c>member.joined</c>.</summary>
    public abstract IReadOnlyCollection<string> Events { get; }

    /// <summary>The kind that says the same in general: who is told by this one of an event is not told by that one too.</summary>
    public virtual NotificationKind? InsteadOf => null;

    /// <summary>Whether members may do without it. What the law or the statutes ask us to tell can not be muted or gathered.</summary>
    public virtual bool CanBeMuted => true;

    /// <summary>Whether it goes out by e-mail to who has not chosen.</summary>
    public virtual bool MailedByDefault => true;

    /// <summary>Whom to tell and with which words; null when nobody is to be told. Whoever did it is not told.</summary>
    public abstract Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now);

    /// <summary>Whether it is dropped when the member has left before it was sent.</summary>
    public virtual bool ForMembersOnly => true;

    /// <summary>Asked again before it leaves the house: whether the member may still know of the subject.</summary>
    public virtual Task<bool> MaySeeAsync(Guid memberId, Guid subjectId, Circumstances now) => Task.FromResult(true);
}

/// <summary>What a rule may look at.</summary>
public sealed record Circumstances(CooperatorDbContext Db, DateOnly Today, CancellationToken Cancelled);

/// <summary>Something to tell.</summary>
/// <param name="To">The members.</param>
/// <param name="Path">The page it is about, within the co-op's rooms: <c>members/…</c>.</param>
/// <param name="Words">What the templates of the kind speak of.</param>
public sealed record Announcement(IReadOnlyCollection<Guid> To, string Path, IReadOnlyDictionary<string, string> Words);

internal static class EventFacts
{
    /// <summary>The event's own facts.</summary>
    public static JsonElement Facts(this EventLogEntry happened) => JsonElement.Parse(happened.Payload);
}
