using System.Data.Common;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Coops;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Notifications and letters that follow from events, as each member has chosen.</summary>
internal sealed partial class NotificationPlan(
    CooperatorDbContext db,
    NotificationRules rules,
    NotificationPost post,
    CoopCalendar calendar,
    ILogger<NotificationPlan> logger
) : IEventPlan
{
    /// <summary>So many of one kind at once are a list that was taken over: nobody is told of each of its lines.</summary>
    internal const int ListSize = 50;

    public async Task PlanAsync(IReadOnlyList<EventLogEntry> events, CancellationToken ct)
    {
        var now = new Circumstances(db, calendar.Today, ct);
        var groups = events
            .GroupBy(e => (e.Xid, e.Kind))
            .Where(g => rules.CausedBy(g.Key.Kind).Any())
            .ToDictionary(g => g.Key);
        var lists = await ListsAsync(groups.Keys, ct);
        foreach (var group in groups.Values.Where(g => !lists.Contains(g.Key)))
        {
            await PlanAsync(group, now, ct);
        }
    }

    /// <summary>Those that are lists. Not all their lines need be among the events at hand.</summary>
    private async Task<HashSet<(ulong, string)>> ListsAsync(
        IReadOnlyCollection<(ulong Xid, string Kind)> groups,
        CancellationToken ct
    )
    {
        if (groups.Count == 0)
        {
            return [];
        }

        var (xids, kinds) = (groups.Select(g => g.Xid).Distinct(), groups.Select(g => g.Kind).Distinct());
        var lists = await db
            .Events.Where(e => xids.Contains(e.Xid) && kinds.Contains(e.Kind))
            .GroupBy(e => new { e.Xid, e.Kind })
            .Where(g => g.Count() >= ListSize)
            .Select(g => g.Key)
            .ToListAsync(ct);
        return [.. lists.Select(l => (l.Xid, l.Kind))];
    }

    private async Task PlanAsync(IEnumerable<EventLogEntry> events, Circumstances now, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            var told = new HashSet<(NotificationKind?, Guid)>();
            foreach (var rule in rules.CausedBy(happened.Kind))
            {
                if (await AnnounceAsync(rule, happened, now) is { } announcement)
                {
                    var others = announcement
                        .To.Where(m => m != happened.ActorMemberId && !told.Contains((rule.Kind, m)))
                        .Distinct()
                        .ToList();
                    told.UnionWith(others.Select(m => (rule.InsteadOf, m)));
                    var cause = new Cause($"event:{happened.Id}", happened.SubjectId);
                    await post.TellAsync(rule, cause, announcement with { To = others }, ct);
                }
            }
        }
    }

    private async Task<Announcement?> AnnounceAsync(NotificationRule rule, EventLogEntry happened, Circumstances now)
    {
        try
        {
            return await rule.AnnounceAsync(happened, now);
        }
        catch (Exception fault) when (fault is not (DbException or DbUpdateException or OperationCanceledException))
        {
            // One event that a rule can not make sense of must not hold up all that come after it.
            Faulty(logger, fault, rule.Kind, happened.Id);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rule of {Kind} failed over event {Event}: nobody is told.")]
    private static partial void Faulty(ILogger logger, Exception fault, NotificationKind kind, long @event);
}
