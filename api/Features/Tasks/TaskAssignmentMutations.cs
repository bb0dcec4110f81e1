using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Tasks;

/// <summary>Who has which task. Everybody decides for themselves, maintainers for all.</summary>
[MutationType]
[Authorize(Policy = Policies.Resident)]
public static class TaskAssignmentMutations
{
    /// <summary>The viewer takes the task; who has it already keeps it.</summary>
    [Error<TaskNotFoundException>]
    [Error<TaskAlreadyDoneException>]
    [Error<AssignmentLimitReachedException>]
    public static async Task<CoopTask> TakeTaskAsync(
        [ID<CoopTask>] Guid taskId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var task = await db.LoadAssignedTaskAsync(taskId, ct);
        await AssignAsync(task, me.MemberId, db, me, calendar, ct);
        return task;
    }

    /// <summary>Gives a task to a member, beside those who have it already. To others by maintainers.</summary>
    [Error<TaskNotFoundException>]
    [Error<MemberNotFoundException>]
    [Error<MemberTakesNoTasksException>]
    [Error<TaskAlreadyDoneException>]
    [Error<AssignmentLimitReachedException>]
    public static async Task<CoopTask> AssignTaskAsync(
        [ID<CoopTask>] Guid taskId,
        [ID<Member>] Guid memberId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        RefuseOthers(memberId, me);
        var task = await db.LoadAssignedTaskAsync(taskId, ct);
        await db.RequireTaskTakerAsync(memberId, calendar.Today, ct);
        await AssignAsync(task, memberId, db, me, calendar, ct);
        return task;
    }

    /// <summary>Gives a task back: one's own when no member is named, that of others by maintainers.</summary>
    [Error<TaskNotFoundException>]
    [Error<TaskNotAssignedException>]
    [Error<TaskAlreadyDoneException>]
    public static async Task<CoopTask> ReleaseTaskAsync(
        [ID<CoopTask>] Guid taskId,
        [ID<Member>] Guid? memberId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var whose = memberId ?? me.MemberId;
        RefuseOthers(whose, me);
        var task = await db.LoadAssignedTaskAsync(taskId, ct);
        task.Release(whose);
        await db.LapseOffersAsync(task, calendar.Now, ct);
        return task;
    }

    private static void RefuseOthers(Guid memberId, CurrentMember me)
    {
        if (memberId != me.MemberId && !me.Is(Role.Maintainer))
        {
            throw CodedErrors.Forbidden("Only maintainers may do this for others.");
        }
    }

    private static async Task AssignAsync(
        CoopTask task,
        Guid memberId,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        if (!task.IsDone && !task.IsAssignedTo(memberId))
        {
            await db.TakeTaskAsync(memberId, calendar.Today, ct);
        }

        task.Assign(memberId, me.MemberId, calendar.Now);
    }
}
