using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class NotificationQueries
{
    /// <summary>The viewer's inbox, the latest first.</summary>
    /// <param name="unreadOnly">Only what has not been read.</param>
    [UsePaging]
    public static IQueryable<Notification> GetNotifications(
        bool? unreadOnly,
        CooperatorDbContext db,
        CurrentMember me
    ) =>
        db
            .Notifications.InboxOf(me)
            .Where(n => unreadOnly != true || n.ReadAt == null)
            .OrderByDescending(n => n.CreatedAt)
            .ThenByDescending(n => n.Id);

    /// <summary>How much of the viewer's inbox has not been read.</summary>
    public static Task<int> GetUnreadNotificationCountAsync(
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    ) => db.Notifications.InboxOf(me).CountAsync(n => n.ReadAt == null, ct);

    /// <summary>What the viewer is told of, kind by kind.</summary>
    public static async Task<IReadOnlyList<KindPreference>> GetNotificationPreferencesAsync(
        NotificationRules rules,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var self = me.MemberId;
        var chosen = await db
            .NotificationPreferences.Where(p => p.MemberId == self)
            .ToDictionaryAsync(p => (p.Kind, p.Channel), p => p.Enabled, ct);
        return [.. rules.All.Select(rule => KindPreference.Of(rule, chosen))];
    }

    /// <summary>When letters may reach the viewer.</summary>
    public static async Task<MailHours> GetMailHoursAsync(
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var self = me.MemberId;
        return await db.MailHours.SingleOrDefaultAsync(h => h.MemberId == self, ct) ?? new MailHours(self);
    }

    internal static IQueryable<Notification> InboxOf(this IQueryable<Notification> notifications, CurrentMember me)
    {
        var self = me.MemberId;
        return notifications.Where(n => n.MemberId == self && n.InInbox);
    }
}

/// <summary>Whether the viewer is told of a kind, by which channels.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="CanBeMuted">Whether it can be switched off at all.</param>
/// <param name="InApp">Whether it comes into the inbox.</param>
/// <param name="Email">Whether it comes by e-mail.</param>
public sealed record KindPreference(NotificationKind Kind, bool CanBeMuted, bool InApp, bool Email)
{
    internal static KindPreference Of(
        NotificationRule rule,
        Dictionary<(NotificationKind, NotificationChannel), bool> chosen
    )
    {
        bool Holds(NotificationChannel channel, bool byDefault) =>
            !rule.CanBeMuted || chosen.GetValueOrDefault((rule.Kind, channel), byDefault);
        return new(
            rule.Kind,
            rule.CanBeMuted,
            Holds(NotificationChannel.InApp, true),
            Holds(NotificationChannel.Email, rule.MailedByDefault)
        );
    }
}
