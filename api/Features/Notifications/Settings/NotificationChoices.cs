using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>What members choose to be told of, and when.</summary>
public sealed class NotificationChoices(CooperatorDbContext db)
{
    public async Task ChooseAsync(
        Guid memberId,
        NotificationRule rule,
        NotificationChannel channel,
        bool enabled,
        CancellationToken ct
    )
    {
        if (!rule.CanBeMuted && !enabled)
        {
            throw new NotificationCannotBeMutedException();
        }

        var choice = await db.NotificationPreferences.SingleOrDefaultAsync(
            p => p.MemberId == memberId && p.Kind == rule.Kind && p.Channel == channel,
            ct
        );
        if (choice is null)
        {
            choice = new NotificationPreference(memberId, rule.Kind, channel);
            db.NotificationPreferences.Add(choice);
        }

        choice.Choose(enabled);
    }

    /// <summary>The member's hours, to be changed.</summary>
    public async Task<MailHours> HoursAsync(Guid memberId, CancellationToken ct)
    {
        var hours = await db.MailHours.SingleOrDefaultAsync(h => h.MemberId == memberId, ct);
        if (hours is null)
        {
            hours = new MailHours(memberId);
            db.MailHours.Add(hours);
        }

        return hours;
    }
}
