using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>A letter and the deliveries that are in it.</summary>
internal sealed record Letter(IReadOnlyList<Guid> Deliveries, MailMessage Message) : IParcel
{
    public static DeliveryChannel Channel => DeliveryChannel.Email;
}

/// <summary>Notifications by e-mail.</summary>
internal sealed class MailCarrier(
    CooperatorDbContext db,
    NotificationRules rules,
    LetterWriter writer,
    IMailSender sender,
    MailSettings settings,
    CoopCalendar calendar
) : ICarrier<Letter>
{
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<Letter>> TakeAsync(CancellationToken ct)
    {
        var now = calendar.Now;
        var due = await db.LockDueAsync(Letter.Channel, now, AtOnce, ct);
        Guid[] gathering = [.. due.Where(d => d.Gathered).Select(d => d.MemberId!.Value).Distinct()];
        if (gathering.Length > 0)
        {
            due = [.. due.Where(d => !d.Gathered), .. await db.LockGatheredAsync(gathering, now, ct)];
        }

        var letters = new List<Letter>();
        if (due.Count == 0)
        {
            return letters;
        }

        var news = await NewsAsync(due, ct);
        var coop = await db.Coops.AsNoTracking().SingleAsync(c => c.Id == db.Coop.RequiredId, ct);
        foreach (var delivery in due)
        {
            if (await DropReasonAsync(news[delivery.Id], ct) is { } reason)
            {
                delivery.Drop(reason);
            }
            else if (news[delivery.Id].Address is null)
            {
                delivery.LeaveToPrint();
            }
        }

        var left = due.Where(d => d.State is not (DeliveryState.Dropped or DeliveryState.Unreachable));
        foreach (var together in left.GroupBy(d => d.LetterId ?? (d.Gathered ? d.MemberId!.Value : d.Id)))
        {
            List<Delivery> inside = [.. together];
            inside.ForEach(d => d.Claim(inside[0].Id, now + Lease));
            letters.Add(writer.Write(inside[0].LetterId!.Value, coop, [.. inside.Select(d => news[d.Id])]));
        }

        return letters;
    }

    public async Task<Outcome> SendAsync(Letter parcel, CancellationToken ct)
    {
        try
        {
            await sender.SendAsync(parcel.Message, ct);
            return Outcome.Sent;
        }
        catch (AddressRefusedException refused)
        {
            return new(Attempt.Refused, refused.Message);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Whatever a mail server, a network or a full disk may say: the letter is tried again later.
            return new(Attempt.Failed, failure.Message);
        }
    }

    public async Task RecordAsync(IReadOnlyList<(Letter Parcel, Outcome Outcome)> sent, CancellationToken ct)
    {
        foreach (var (letter, outcome) in sent)
        {
            var deliveries = await db.Deliveries.Where(d => letter.Deliveries.Contains(d.Id)).ToListAsync(ct);
            deliveries.ForEach(d => outcome.Record(d, calendar.Now));
        }
    }

    // Longer than the mail server may take, so that nobody else sends it meanwhile.
    private TimeSpan Lease => TimeSpan.FromSeconds(settings.TimeoutSeconds + 60);

    private async Task<Dictionary<Guid, News>> NewsAsync(List<Delivery> due, CancellationToken ct)
    {
        Guid[] notifications = [.. due.Select(d => d.NotificationId!.Value)];
        Guid[] members = [.. due.Select(d => d.MemberId!.Value)];
        var told = await db
            .Notifications.AsNoTracking()
            .Where(n => notifications.Contains(n.Id))
            .ToDictionaryAsync(n => n.Id, ct);
        var people = await db
            .Members.AsNoTracking()
            .Include(m => m.Periods)
            .Include(m => m.RoleAssignments)
            .AsSingleQuery()
            .Where(m => members.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, ct);
        Guid?[] accounts = [.. people.Values.Select(m => m.AccountId)];
        var addresses = await db
            .Accounts.Where(a => accounts.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Email, ct);
        return due.ToDictionary(
            d => d.Id,
            d =>
            {
                var member = people[d.MemberId!.Value];
                var address = member.Email ?? addresses.GetValueOrDefault(member.AccountId ?? Guid.Empty);
                return new News(d.Id, told[d.NotificationId!.Value], member, address);
            }
        );
    }

    private async Task<string?> DropReasonAsync(News news, CancellationToken ct)
    {
        var rule = rules.Of(news.Notification.Kind);
        if (rule.ForMembersOnly && !Audience.IsIn(news.Member, calendar.Today))
        {
            return "Is no longer a member.";
        }

        var now = new Circumstances(db, calendar.Today, ct);
        return await rule.MaySeeAsync(news.Member.Id, news.Notification.SubjectId, now)
            ? null
            : "May no longer see it.";
    }
}

/// <summary>One thing to tell one member by e-mail.</summary>
internal sealed record News(Guid DeliveryId, Notification Notification, Member Member, string? Address);
