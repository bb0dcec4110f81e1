using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

[MutationType]
[Authorize(Policy = Policies.Resident)]
[Error<InvalidInputException>]
public static class TaskMutations
{
    /// <summary>Puts a new card at the end of a column; in DONE it is work that was done already.</summary>
    [Error<ColumnIsFullException>]
    public static async Task<CoopTask> AddTaskAsync(
        AddTaskInput input,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var description = input.TaskDescription.Checked();
        var done = input.Column == TaskColumn.Done;
        if (!done)
        {
            await db.TakePlaceAsync(input.Column, ct);
        }

        var place = await db.EndOfColumnAsync(done ? TaskColumn.Todo : input.Column, ct);
        var task = new CoopTask(description, place, me.MemberId, calendar.Now);
        if (done)
        {
            task.Complete(me.MemberId, calendar.Now);
        }

        db.Tasks.Add(task);
        return task;
    }

    [Error<TaskNotFoundException>]
    public static async Task<CoopTask> ChangeTaskAsync(
        ChangeTaskInput input,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var task = await db.Tasks.RequireAsync(input.TaskId, ct);
        task.Change(input.DescriptionOf(task));
        return task;
    }

    /// <summary>By who added it, and by maintainers; days of duties by maintainers only. What was done is kept.</summary>
    [Error<TaskNotFoundException>]
    [Error<DoneTaskIsKeptException>]
    public static async Task<CoopTask> RemoveTaskAsync(
        [ID<CoopTask>] Guid taskId,
        CooperatorDbContext db,
        CurrentMember me,
        CancellationToken ct
    )
    {
        var task = await db.Tasks.RequireAsync(taskId, ct);
        if (!me.Is(Role.Maintainer))
        {
            // Who set up a duty added none of its days: they were handed out.
            if (task.CreatedById != me.MemberId || await db.DutyOccurrences.AnyAsync(o => o.TaskId == task.Id, ct))
            {
                throw CodedErrors.Forbidden("Only who added the task and maintainers may remove it.");
            }
        }

        task.Remove();
        db.Tasks.Remove(task);
        return task;
    }
}
