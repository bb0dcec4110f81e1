using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Tasks;

/// <summary>How cards go over the board. DONE is a column, and being there is being done, whichever mutation leads there.</summary>
[MutationType]
[Authorize(Policy = Policies.Resident)]
public static class TaskMoveMutations
{
    /// <summary>
    /// Puts a card in its place. Into DONE is completing it and out of DONE is reopening it; in DONE the latest is the first.
    /// A neighbour that has gone meanwhile does not lose the move.
    /// </summary>
    [Error<TaskNotFoundException>]
    [Error<ColumnIsFullException>]
    [Error<AssignmentLimitReachedException>]
    public static async Task<CoopTask> MoveTaskAsync(
        MoveTaskInput input,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var task = await db.LoadAssignedTaskAsync(input.TaskId, ct);
        if (input.Column == TaskColumn.Done)
        {
            if (!task.IsDone)
            {
                await CompleteAsync(task, db, me, calendar, ct);
            }

            return task;
        }

        if (input.Column != task.Column)
        {
            await db.TakePlaceAsync(input.Column, ct);
        }

        var place = await db.FindPlaceAsync(task.Id, input.Column, input.AfterTaskId, input.BeforeTaskId, ct);
        if (task.IsDone)
        {
            await ReopenAsync(task, place, db, me, calendar, ct);
        }
        else
        {
            task.Move(place);
        }

        return task;
    }

    [Error<TaskNotFoundException>]
    [Error<TaskAlreadyDoneException>]
    public static async Task<CoopTask> CompleteTaskAsync(
        [ID<CoopTask>] Guid taskId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var task = await db.LoadAssignedTaskAsync(taskId, ct);
        await CompleteAsync(task, db, me, calendar, ct);
        return task;
    }

    /// <summary>Puts a task that was done back to the end of TODO. Who has it must have room for it.</summary>
    [Error<TaskNotFoundException>]
    [Error<TaskNotDoneException>]
    [Error<ColumnIsFullException>]
    [Error<AssignmentLimitReachedException>]
    public static async Task<CoopTask> ReopenTaskAsync(
        [ID<CoopTask>] Guid taskId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var task = await db.LoadAssignedTaskAsync(taskId, ct);
        if (!task.IsDone)
        {
            throw new TaskNotDoneException();
        }

        await db.TakePlaceAsync(TaskColumn.Todo, ct);
        await ReopenAsync(task, await db.EndOfColumnAsync(TaskColumn.Todo, ct), db, me, calendar, ct);
        return task;
    }

    private static async Task CompleteAsync(
        CoopTask task,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        task.Complete(me.MemberId, calendar.Now);
        db.CreditHours(task, calendar.Today, new Recording(calendar.Now, me.MemberId));
        await db.LapseOffersAsync(task, calendar.Now, ct);
    }

    private static async Task ReopenAsync(
        CoopTask task,
        TaskPlace place,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        await db.TakeHoursBackAsync(task, new Recording(calendar.Now, me.MemberId), ct);
        foreach (var assignment in task.Assignments)
        {
            await db.TakeTaskAsync(assignment.MemberId, calendar.Today, ct);
        }

        task.Reopen(place);
    }
}
