using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>Reminds those who have a task of its day: once when it is near, and once when it has passed.</summary>
internal sealed class TaskReminders(EachCoop coops) : IRecurringJob
{
    /// <summary>Nobody is reminded in the middle of the night.</summary>
    private const int FirstHour = 8;

    private const int DaysAhead = 1;

    /// <summary>What has been overdue for longer, when it was first seen so, is known to everybody.</summary>
    private const int DaysBehind = 7;

    public async Task<string> RunAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var reminded = await coops.SumAsync(RemindAsync, cancellationToken);
        return reminded == 0 ? "No task is due." : $"Tasks whose day is near or past: {reminded}.";
    }

    private static async Task<int> RemindAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<CooperatorDbContext>();
        var calendar = services.GetRequiredService<CoopCalendar>();
        if (TimeZoneInfo.ConvertTime(calendar.Now, db.Coop.TimeZone).Hour < FirstHour)
        {
            return 0;
        }

        var today = calendar.Today;
        var (first, last) = (today.AddDays(-DaysBehind), today.AddDays(DaysAhead));
        var due = await db
            .Tasks.AsNoTracking()
            .Include(t => t.Assignments)
            .Where(t => t.Column != TaskColumn.Done && t.DueOn >= first && t.DueOn <= last && t.Assignments.Any())
            .ToListAsync(ct);
        var (rules, post) = (
            services.GetRequiredService<NotificationRules>(),
            services.GetRequiredService<NotificationPost>()
        );
        foreach (
            var group in due.GroupBy(t => t.DueOn < today ? NotificationKind.TaskOverdue : NotificationKind.TaskDueSoon)
        )
        {
            await post.TellAsync(rules.Of(group.Key), [.. group.Select(Reminder)], ct);
        }

        return due.Count;
    }

    private static Telling Reminder(CoopTask task) =>
        new(
            // Named after the day: a task that is put off is told of again.
            new Cause($"due:{task.Id}:{task.DueOn:yyyy-MM-dd}", task.Id),
            TaskRule.About(task.Id, task.Title, [.. task.Assignments.Select(a => a.MemberId)], task.DueOn)
        );
}
