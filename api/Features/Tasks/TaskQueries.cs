using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class TaskQueries
{
    public static Board GetBoard() => new();

    /// <summary>The tasks of all columns, the newest first.</summary>
    [UsePaging]
    [UseSorting(
        nameof(CoopTask.Title),
        nameof(CoopTask.DueOn),
        nameof(CoopTask.CreatedAt),
        nameof(CoopTask.CompletedAt)
    )]
    public static IQueryable<CoopTask> GetTasks(
        TaskFilter? filter,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar
    ) => db.Tasks.Matching(filter, me, calendar.Today).OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id);

    public static Task<CoopTask?> GetTaskAsync([ID<CoopTask>] Guid id, TasksById tasks, CancellationToken ct) =>
        tasks.LoadAsync(id, ct);

    /// <summary>What the viewer has to do, what is due first first.</summary>
    [UsePaging]
    public static IQueryable<CoopTask> GetMyTasks(CooperatorDbContext db, CurrentMember me)
    {
        var self = me.MemberId;
        return db
            .Tasks.Where(t => t.Column != TaskColumn.Done && t.Assignments.Any(a => a.MemberId == self))
            .OrderBy(t => t.DueOn)
            .ThenBy(t => t.Id);
    }

    /// <summary>The labels, by name.</summary>
    public static Task<List<TaskLabel>> GetTaskLabelsAsync(CooperatorDbContext db, CancellationToken ct) =>
        db.TaskLabels.OrderBy(l => l.Name).ToListAsync(ct);
}
