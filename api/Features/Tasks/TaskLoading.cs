using Cooperator.Api.Database;
using Cooperator.Api.Database.Queries;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>Tasks as their methods need them, and the people and labels for them.</summary>
internal static class TaskLoading
{
    internal static readonly PreparedQuery<Guid, CoopTask> Assigned = new(
        static (db, id) => db.Tasks.Include(t => t.Assignments).Where(t => t.Id == id)
    )
    {
        Tracked = true,
    };

    /// <exception cref="TaskNotFoundException">It is not there.</exception>
    public static async Task<CoopTask> RequireAsync(this IQueryable<CoopTask> tasks, Guid id, CancellationToken ct) =>
        await tasks.SingleOrDefaultAsync(t => t.Id == id, ct) ?? throw new TaskNotFoundException();

    /// <exception cref="TaskNotFoundException">It is not there.</exception>
    public static async Task<CoopTask> LoadAssignedTaskAsync(
        this CooperatorDbContext db,
        Guid id,
        CancellationToken ct
    ) => await Assigned.Ask(db, id).SingleOrDefaultAsync(ct) ?? throw new TaskNotFoundException();

    /// <exception cref="ChecklistItemNotFoundException">No task has the item.</exception>
    public static async Task<CoopTask> LoadTaskOfItemAsync(
        this CooperatorDbContext db,
        Guid itemId,
        CancellationToken ct
    ) =>
        await db.Tasks.Include(t => t.Checklist).SingleOrDefaultAsync(t => t.Checklist.Any(i => i.Id == itemId), ct)
        ?? throw new ChecklistItemNotFoundException();

    /// <exception cref="TaskLabelNotFoundException">It is not there.</exception>
    public static async Task<TaskLabel> LoadTaskLabelAsync(
        this CooperatorDbContext db,
        Guid id,
        CancellationToken ct
    ) => await db.TaskLabels.SingleOrDefaultAsync(l => l.Id == id, ct) ?? throw new TaskLabelNotFoundException();

    /// <summary>Tasks are for those who may act today: no former member, and nobody who only observes.</summary>
    /// <exception cref="MemberNotFoundException">The member is not there.</exception>
    /// <exception cref="MemberTakesNoTasksException">The member has no role in which tasks can be taken.</exception>
    public static async Task RequireTaskTakerAsync(
        this CooperatorDbContext db,
        Guid memberId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var roles = db.RoleAssignments.Where(r =>
            r.MemberId == memberId
            && r.Role != Role.Observer
            && r.From <= today
            && (r.Until == null || r.Until >= today)
        );
        if (!await roles.AnyAsync(ct))
        {
            throw await db.Members.AnyAsync(m => m.Id == memberId, ct)
                ? new MemberTakesNoTasksException()
                : new MemberNotFoundException();
        }
    }
}
