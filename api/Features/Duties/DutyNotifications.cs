using System.Text.Json;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>What tells of an offered day: which duty, which day, and who.</summary>
internal abstract class DutySwapRule : NotificationRule
{
    protected static async Task<Announcement?> AboutAsync(
        EventLogEntry happened,
        string whoDidIt,
        IReadOnlyCollection<Guid> to,
        Circumstances now
    )
    {
        var who = await now.NameOfAsync(happened.Facts().GetProperty(whoDidIt).GetGuid());
        var offered = await now
            .Db.DutySwaps.Where(s => s.Id == happened.SubjectId)
            .Join(now.Db.DutyOccurrences, s => s.OccurrenceId, o => o.Id, (s, o) => o)
            .Join(now.Db.Duties, o => o.DutyId, d => d.Id, (o, d) => new { d.Title, o.DueOn })
            .SingleOrDefaultAsync(now.Cancelled);
        return who is null || offered is null ? null : About(who, offered.Title, offered.DueOn, to);
    }

    public static Announcement About(string who, string duty, DateOnly day, IReadOnlyCollection<Guid> to) =>
        new(
            to,
            "tasks/duties",
            new Dictionary<string, string>
            {
                ["who"] = who,
                ["duty"] = duty,
                ["day"] = $"{day:yyyy-MM-dd}",
            }
        );
}

/// <summary>Tells who is asked by name; an offer to all is seen where duties are.</summary>
internal sealed class DutySwapOfferedRule : DutySwapRule
{
    public override NotificationKind Kind => NotificationKind.DutySwapOffered;

    public override IReadOnlyCollection<string> Events => ["duty_swap.offered"];

    public override async Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        happened.Facts().GetProperty("toMemberId") is { ValueKind: JsonValueKind.String } asked
            ? await AboutAsync(happened, "offeredById", [asked.GetGuid()], now)
            : null;

    /// <summary>What was answered or withdrawn meanwhile is no longer asked.</summary>
    public override Task<bool> MaySeeAsync(Guid memberId, Guid subjectId, Circumstances now) =>
        now.Db.DutySwaps.AnyAsync(s => s.Id == subjectId && s.State == DutySwapState.Offered, now.Cancelled);
}

/// <summary>Tells who made the offer that it was accepted.</summary>
internal sealed class DutySwapAcceptedRule : DutySwapRule
{
    public override NotificationKind Kind => NotificationKind.DutySwapAccepted;

    public override IReadOnlyCollection<string> Events => ["duty_swap.accepted"];

    public override Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        AboutAsync(happened, "answeredById", [happened.Facts().GetProperty("offeredById").GetGuid()], now);
}

/// <summary>Tells who made the offer that it was declined: somebody else must be found.</summary>
internal sealed class DutySwapDeclinedRule : DutySwapRule
{
    public override NotificationKind Kind => NotificationKind.DutySwapDeclined;

    public override IReadOnlyCollection<string> Events => ["duty_swap.declined"];

    public override Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        AboutAsync(happened, "answeredById", [happened.Facts().GetProperty("offeredById").GetGuid()], now);
}
