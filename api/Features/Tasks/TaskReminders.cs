using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>Reminds those who have a task of its day, and finds help when it has passed; see <see cref="ReminderSteps"/>.</summary>
internal sealed class TaskReminders(EachCoop coops) : IRecurringJob
{
    /// <summary>Nobody is reminded in the middle of the night.</summary>
    private const int FirstHour = 8;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
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
        var (first, last) = (today.AddDays(-ReminderSteps.LongestBehind), today.AddDays(ReminderSteps.DaysAhead));
        var due = await db
            .Tasks.Include(t => t.Assignments)
            .Where(t => t.Column != TaskColumn.Done && t.DueOn >= first && t.DueOn <= last && t.Assignments.Any())
            .OrderBy(t => t.Id)
            .ToListAsync(ct);
        var told = await ToldAsync(db, due, ct);
        var steps = due.ToLookup(t => ReminderSteps.Next(t.DueOn!.Value, today, told[NameOf(t)], calendar.Now));
        var coordinators = steps.Contains(NotificationKind.TaskNeedsHelp)
            ? await CoordinatorsAsync(new Circumstances(db, today, ct))
            : [];
        var (rules, post) = (
            services.GetRequiredService<NotificationRules>(),
            services.GetRequiredService<NotificationPost>()
        );
        foreach (var step in steps.Where(s => s.Key is not null))
        {
            var tellings = step.Select(t =>
                Reminder(
                    t,
                    step.Key switch
                    {
                        NotificationKind.TaskNeedsHelp => Helpers(t, coordinators),
                        NotificationKind.TaskOpened => HoldersBeforeHelp(t, told[NameOf(t)]),
                        _ => Holders(t),
                    }
                )
            );
            await post.TellAsync(rules.Of(step.Key!.Value), [.. tellings], ct);
        }

        foreach (var task in steps[NotificationKind.TaskOpened])
        {
            HoldersBeforeHelp(task, told[NameOf(task)]).ForEach(task.Release);
        }

        // Who came to a task that was overdue knew its day: they are reminded once, when some days have passed since.
        var takenLate = due.Where(t => told[NameOf(t)].ContainsKey(NotificationKind.TaskOverdue))
            .Select(t => Reminder(t, HoldersSince(t, calendar.Now - ReminderSteps.UntilHelp)));
        await post.TellAsync(rules.Of(NotificationKind.TaskOverdue), [.. takenLate], ct);
        return due.Count;
    }

    /// <summary>When which step was taken for each task's day.</summary>
    private static async Task<Dictionary<string, Dictionary<NotificationKind, DateTimeOffset>>> ToldAsync(
        CooperatorDbContext db,
        List<CoopTask> tasks,
        CancellationToken ct
    )
    {
        string[] causes = [.. tasks.Select(NameOf)];
        var told = await db
            .Notifications.Where(n => causes.Contains(n.Cause))
            .GroupBy(n => new { n.Cause, n.Kind })
            .Select(g => new
            {
                g.Key.Cause,
                g.Key.Kind,
                At = g.Min(n => n.CreatedAt),
            })
            .ToListAsync(ct);
        var byCause = told.ToLookup(t => t.Cause);
        return causes.ToDictionary(c => c, c => byCause[c].ToDictionary(t => t.Kind, t => t.At));
    }

    /// <summary>Those who look after the work: maintainers, or the board where there are none.</summary>
    private static async Task<List<Guid>> CoordinatorsAsync(Circumstances now) =>
        await now.HoldersAsync(Role.Maintainer) is { Count: > 0 } maintainers
            ? maintainers
            : await now.HoldersAsync(Role.Admin);

    private static List<Guid> Helpers(CoopTask task, List<Guid> coordinators) =>
        coordinators.Except(Holders(task)).ToList() is { Count: > 0 } others ? others : coordinators;

    private static List<Guid> Holders(CoopTask task) => [.. task.Assignments.Select(a => a.MemberId)];

    /// <summary>Those from whose hands it is taken. Who took it after help was asked for is the help.</summary>
    private static List<Guid> HoldersBeforeHelp(
        CoopTask task,
        IReadOnlyDictionary<NotificationKind, DateTimeOffset> toldAt
    ) => HoldersSince(task, toldAt[NotificationKind.TaskNeedsHelp]);

    /// <summary>Those who have had it since that instant, or longer.</summary>
    private static List<Guid> HoldersSince(CoopTask task, DateTimeOffset instant) =>
        [.. task.Assignments.Where(a => a.AssignedAt <= instant).Select(a => a.MemberId)];

    // Named after the day: a task that is put off is told of again.
    private static string NameOf(CoopTask task) => $"due:{task.Id}:{task.DueOn:yyyy-MM-dd}";

    private static Telling Reminder(CoopTask task, IReadOnlyCollection<Guid> to) =>
        new(new Cause(NameOf(task), task.Id), TaskRule.About(task.Id, task.Title, to, task.DueOn));
}
