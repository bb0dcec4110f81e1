using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>What somebody is told because of: its name, which makes it happen once, and the thing it is about.</summary>
public sealed record Cause(string Name, Guid SubjectId);

/// <summary>Tells members something by the channels they have chosen, in the transaction of what they are told of.</summary>
public sealed class NotificationPost(CooperatorDbContext db, CoopCalendar calendar, DeliverySignal signal)
{
    /// <summary>Adds notifications and letters to what is saved next. Who was told of this cause before is not told again.</summary>
    public async Task TellAsync(NotificationRule rule, Cause cause, Announcement announcement, CancellationToken ct)
    {
        var told = await db
            .Notifications.Where(n => n.Cause == cause.Name && n.Kind == rule.Kind)
            .Select(n => n.MemberId)
            .ToListAsync(ct);
        var to = announcement.To.Except(told).ToList();
        if (to.Count == 0)
        {
            return;
        }

        var choices = await db
            .NotificationPreferences.Where(p => p.Kind == rule.Kind && to.Contains(p.MemberId))
            .ToDictionaryAsync(p => (p.MemberId, p.Channel), p => p.Enabled, ct);
        var hours = await db.MailHours.Where(h => to.Contains(h.MemberId)).ToDictionaryAsync(h => h.MemberId, ct);
        foreach (var member in to)
        {
            var notification = new Notification(
                member,
                rule.Kind,
                cause.Name,
                cause.SubjectId,
                announcement.Path,
                announcement.Words,
                calendar.Now
            );
            if (Wants(NotificationChannel.InApp, byDefault: true))
            {
                notification.PutIntoInbox();
            }

            db.Notifications.Add(notification);
            if (Wants(NotificationChannel.Email, rule.MailedByDefault))
            {
                signal.WakeSoon();
                db.Deliveries.Add(Letter(rule, notification, hours.GetValueOrDefault(member)));
            }

            bool Wants(NotificationChannel channel, bool byDefault) =>
                !rule.CanBeMuted || choices.GetValueOrDefault((member, channel), byDefault);
        }
    }

    private Delivery Letter(NotificationRule rule, Notification notification, MailHours? hours)
    {
        // What must be told is told at once, by a letter of its own.
        var waits = rule.CanBeMuted ? hours : null;
        return Delivery.ByMail(
            notification,
            NotificationNames.Of(rule.Kind),
            calendar.Now,
            waits?.NotBefore(calendar.Now, db.Coop.TimeZone) ?? calendar.Now,
            gathered: waits?.DigestHour is not null
        );
    }
}
