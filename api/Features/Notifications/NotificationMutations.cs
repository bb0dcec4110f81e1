using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Of the viewer's own inbox and choices.</summary>
[MutationType]
[Authorize(Policy = Policies.Member)]
public static class NotificationMutations
{
    [Error<NotificationNotFoundException>]
    public static async Task<Notification> MarkNotificationReadAsync(
        [ID<Notification>] Guid notificationId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var notification =
            await db.Notifications.InboxOf(me).SingleOrDefaultAsync(n => n.Id == notificationId, ct)
            ?? throw new NotificationNotFoundException();
        notification.Read(calendar.Now);
        return notification;
    }

    /// <summary>Marks the whole inbox as read and says how many there were.</summary>
    [UseMutationConvention(PayloadFieldName = "count")]
    public static Task<int> MarkAllNotificationsReadAsync(
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var now = calendar.Now;
        return db
            .Notifications.InboxOf(me)
            .Where(n => n.ReadAt == null)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), ct);
    }

    [Error<NotificationCannotBeMutedException>]
    public static async Task<KindPreference> SetNotificationPreferenceAsync(
        NotificationKind kind,
        NotificationChannel channel,
        bool enabled,
        NotificationRules rules,
        NotificationChoices choices,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var (rule, self) = (rules.Of(kind), me.MemberId);
        await choices.ChooseAsync(self, rule, channel, enabled, ct);
        await db.SaveChangesAsync(ct);
        var chosen = await db
            .NotificationPreferences.Where(p => p.MemberId == self && p.Kind == kind)
            .ToDictionaryAsync(p => (p.Kind, p.Channel), p => p.Enabled, ct);
        return KindPreference.Of(rule, chosen);
    }

    /// <summary>Letters wait while these hours of the co-op's clock last; null for no quiet hours.</summary>
    /// <param name="from">The hour at which they begin.</param>
    /// <param name="until">The hour at which they are over, on the next day when it is not later.</param>
    [Error<InvalidInputException>]
    public static async Task<MailHours> SetQuietHoursAsync(
        int? from,
        int? until,
        NotificationChoices choices,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var hours = await choices.HoursAsync(me.MemberId, ct);
        hours.BeQuiet(from, until);
        return hours;
    }

    /// <summary>One letter a day with what gathered, at this hour of the co-op's clock; null for a letter each.</summary>
    [Error<InvalidInputException>]
    public static async Task<MailHours> SetDigestAsync(
        int? hour,
        NotificationChoices choices,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var hours = await choices.HoursAsync(me.MemberId, ct);
        hours.Gather(hour);
        return hours;
    }
}
