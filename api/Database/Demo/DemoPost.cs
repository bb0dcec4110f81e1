using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;

namespace Cooperator.Api.Database.Demo;

/// <summary>What the people of a story were told of late, and how it reached them: by letter, or waiting to be printed.</summary>
internal sealed class DemoPost(CooperatorDbContext db, DemoClock clock, Func<Guid, Member> member)
{
    // An inbox is no archive; what is in it longer than a week has been read.
    private static readonly DateOnly Kept = DemoClock.Told.AddDays(-60);
    private static readonly DateOnly Unread = DemoClock.Told.AddDays(-7);

    /// <summary>Tells all of them; who did it knows.</summary>
    public void Tell(NotificationKind kind, Guid subjectId, Announcement announcement, Guid? doneBy)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().Date);
        if (day < Kept)
        {
            return;
        }

        var telling = new Telling(new Cause($"story:{kind}:{subjectId}:{day:yyyy-MM-dd}", subjectId), announcement);
        foreach (var to in announcement.To.Where(to => to != doneBy))
        {
            var notification = telling.To(to, kind, clock.GetUtcNow());
            notification.PutIntoInbox();
            if (day < Unread)
            {
                notification.Read(clock.GetUtcNow().AddHours(8));
            }

            db.AddRange(notification, Letter(notification));
        }
    }

    private Delivery Letter(Notification notification)
    {
        var now = clock.GetUtcNow();
        var letter = Delivery.ByMail(
            notification,
            NotificationNames.Of(notification.Kind),
            now,
            notBefore: now,
            gathered: false
        );
        letter.Claim(notification.Id, until: now.AddMinutes(1));
        if (member(notification.MemberId).Email is null)
        {
            letter.LeaveToPrint();
        }
        else
        {
            letter.Sent(now.AddSeconds(20));
        }

        return letter;
    }
}
