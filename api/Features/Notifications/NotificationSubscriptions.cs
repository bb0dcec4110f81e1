using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

[SubscriptionType]
[Authorize(Policy = Policies.Member)]
public static class NotificationSubscriptions
{
    /// <summary>Tells the viewer of each new notification.</summary>
    [Subscribe(With = nameof(SubscribeToNotifications))]
    public static async Task<NotificationReceived> OnNotificationReceivedAsync(
        [EventMessage] Guid id,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var inbox = db.Notifications.InboxOf(me);
        return new(
            await inbox.SingleOrDefaultAsync(n => n.Id == id, ct),
            await inbox.CountAsync(n => n.ReadAt == null, ct)
        );
    }

    public static ValueTask<ISourceStream<Guid>> SubscribeToNotifications(
        CurrentMember me,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<Guid>(NotificationSignal.TopicOf(me.MemberId), ct);
}

/// <summary>A new notification, and how many there are now.</summary>
/// <param name="Notification">Null when it is gone already.</param>
/// <param name="UnreadCount">How much of the inbox has not been read.</param>
public sealed record NotificationReceived(Notification? Notification, int UnreadCount);
