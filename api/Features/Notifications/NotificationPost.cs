using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>What somebody is told because of: its name, which makes it happen once, and the thing it is about.</summary>
public sealed record Cause(string Name, Guid SubjectId);

/// <summary>Something to tell, and why.</summary>
public sealed record Telling(Cause Cause, Announcement Announcement)
{
    internal Notification To(Guid memberId, NotificationKind kind, DateTimeOffset at) =>
        new(memberId, kind, Cause.Name, Cause.SubjectId, Announcement.Path, Announcement.Words, at);
}

/// <summary>Tells members something by the channels they have chosen, in the transaction of what they are told of.</summary>
public sealed class NotificationPost(CooperatorDbContext db, CoopCalendar calendar, DeliverySignal signal)
{
    /// <summary>Adds notifications and letters to what is saved next. Who was told of this cause before is not told again.</summary>
    public Task TellAsync(NotificationRule rule, Cause cause, Announcement announcement, CancellationToken ct) =>
        TellAsync(rule, [new Telling(cause, announcement)], ct);

    /// <summary>Several at once: asks as often for a hundred as for one.</summary>
    public async Task TellAsync(NotificationRule rule, IReadOnlyCollection<Telling> tellings, CancellationToken ct)
    {
        string[] causes = [.. tellings.Select(t => t.Cause.Name)];
        var told = await db
            .Notifications.Where(n => causes.Contains(n.Cause) && n.Kind == rule.Kind)
            .Select(n => new { n.Cause, n.MemberId })
            .ToListAsync(ct);
        var known = told.Select(n => (n.Cause, n.MemberId)).ToHashSet();
        var open = tellings
            .SelectMany(t => t.Announcement.To, (telling, member) => (Telling: telling, Member: member))
            .Where(t => known.Add((t.Telling.Cause.Name, t.Member)))
            .ToList();
        if (open.Count == 0)
        {
            return;
        }

        Guid[] to = [.. open.Select(t => t.Member).Distinct()];
        var choices = await db
            .NotificationPreferences.Where(p => p.Kind == rule.Kind && to.Contains(p.MemberId))
            .ToDictionaryAsync(p => (p.MemberId, p.Channel), p => p.Enabled, ct);
        var hours = await db.MailHours.Where(h => to.Contains(h.MemberId)).ToDictionaryAsync(h => h.MemberId, ct);
        foreach (var (telling, member) in open)
        {
            var notification = telling.To(member, rule.Kind, calendar.Now);
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
