using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform;
using Cooperator.GraphQL;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Calendars;

/// <summary>Writes a member's tasks that are due on a day as a calendar (RFC 5545): what is done is no longer in it.</summary>
internal sealed class TaskCalendar(CooperatorDbContext db, PublicSite site)
{
    // Long enough for anybody, and a limit for what one request may cost.
    private const int MostEvents = 1000;

    public async Task<string> WriteAsync(Coop coop, Guid memberId, CancellationToken ct)
    {
        var tasks = await db
            .Tasks.Where(t =>
                t.Column != TaskColumn.Done && t.DueOn != null && t.Assignments.Any(a => a.MemberId == memberId)
            )
            .OrderBy(t => t.DueOn)
            .ThenBy(t => t.Id)
            .Take(MostEvents)
            .ToListAsync(ct);
        var calendar = new Calendar { ProductId = "-//theCooperator//tasks//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", coop.Name);
        calendar.Events.AddRange(tasks.Select(EventOf));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private CalendarEvent EventOf(CoopTask task) =>
        new()
        {
            // The same for ever, so that programs move an event instead of adding another one.
            Uid = $"task-{task.Id}@thecooperator",
            DtStamp = new CalDateTime(task.CreatedAt.UtcDateTime, "UTC"),
            Start = new CalDateTime(task.DueOn!.Value),
            Summary = task.Title,
            Description = task.Description,
            Url = new Uri(site.Link($"/tasks/{NodeIds.Format("Task", task.Id)}")),
            Transparency = TransparencyType.Transparent,
        };
}
