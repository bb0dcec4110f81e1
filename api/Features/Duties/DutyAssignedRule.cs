using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>
/// Tells who is given a day of a duty. What is handed out by turns is told by <see cref="DutyPlanner"/>, all days at once;
/// of what a person gives away the event tells.
/// </summary>
internal sealed class DutyAssignedRule : NotificationRule
{
    /// <summary>So many days a letter lists; more are on the page it leads to.</summary>
    private const int MostListed = 30;

    public override NotificationKind Kind => NotificationKind.DutyAssigned;

    public override IReadOnlyCollection<string> Events => ["task.assigned"];

    public override NotificationKind? InsteadOf => NotificationKind.TaskAssigned;

    public override async Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now)
    {
        var day = await now
            .Db.DutyOccurrences.Where(o => o.TaskId == happened.SubjectId && o.DueOn >= now.Today)
            .Join(now.Db.Duties, o => o.DutyId, d => d.Id, (o, d) => new { d.Title, o.DueOn })
            .SingleOrDefaultAsync(now.Cancelled);
        return day is null ? null : About(happened.Facts().GetProperty("memberId").GetGuid(), [(day.Title, day.DueOn)]);
    }

    /// <summary>Who has given them all away meanwhile need not know.</summary>
    public override Task<bool> MaySeeAsync(Guid memberId, Guid subjectId, Circumstances now)
    {
        var held = now.Db.TaskAssignments.Where(a => a.MemberId == memberId);
        return now.Db.DutyOccurrences.AnyAsync(
            o => o.DueOn >= now.Today && held.Any(a => a.TaskId == o.TaskId),
            now.Cancelled
        );
    }

    public static Announcement About(Guid memberId, IReadOnlyCollection<(string Duty, DateOnly Day)> days)
    {
        var inOrder = days.OrderBy(d => d.Day).ToList();
        var listed = inOrder.Take(MostListed).Select(d => $"– {d.Day:yyyy-MM-dd} {d.Duty}");
        return new(
            [memberId],
            "tasks/duties",
            new Dictionary<string, string>
            {
                ["duty"] = inOrder[0].Duty,
                ["day"] = $"{inOrder[0].Day:yyyy-MM-dd}",
                ["more"] = inOrder.Count > 1 ? $" (+{inOrder.Count - 1})" : "",
                ["days"] = string.Join("\n", inOrder.Count > MostListed ? listed.Append("…") : listed),
            }
        );
    }
}
