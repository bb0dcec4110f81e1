using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

[MutationType]
[Authorize(Policy = Policies.Resident)]
public static class TaskLabelMutations
{
    [Authorize(Policy = Policies.Maintainer)]
    [Error<InvalidInputException>]
    [Error<TaskLabelNameTakenException>]
    public static TaskLabel AddTaskLabel(string name, LabelColour colour, CooperatorDbContext db)
    {
        var label = new TaskLabel(name, colour);
        db.TaskLabels.Add(label);
        return label;
    }

    [Authorize(Policy = Policies.Maintainer)]
    [Error<InvalidInputException>]
    [Error<TaskLabelNotFoundException>]
    [Error<TaskLabelNameTakenException>]
    public static async Task<TaskLabel> ChangeTaskLabelAsync(
        [ID<TaskLabel>] Guid labelId,
        string name,
        LabelColour colour,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var label = await db.LoadTaskLabelAsync(labelId, ct);
        label.Change(name, colour);
        return label;
    }

    /// <summary>Removes a label, and takes it off all tasks.</summary>
    [Authorize(Policy = Policies.Maintainer)]
    [Error<TaskLabelNotFoundException>]
    public static async Task<TaskLabel> RemoveTaskLabelAsync(
        [ID<TaskLabel>] Guid labelId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var label = await db.LoadTaskLabelAsync(labelId, ct);
        label.Remove();
        db.TaskLabels.Remove(label);
        return label;
    }

    [Error<TaskNotFoundException>]
    [Error<TaskLabelNotFoundException>]
    public static async Task<CoopTask> LabelTaskAsync(
        [ID<CoopTask>] Guid taskId,
        [ID<TaskLabel>] Guid labelId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var task = await db.Tasks.Include(t => t.Labelings).RequireAsync(taskId, ct);
        task.Label(await db.LoadTaskLabelAsync(labelId, ct));
        return task;
    }

    [Error<TaskNotFoundException>]
    [Error<TaskLabelNotFoundException>]
    public static async Task<CoopTask> UnlabelTaskAsync(
        [ID<CoopTask>] Guid taskId,
        [ID<TaskLabel>] Guid labelId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var task = await db.Tasks.Include(t => t.Labelings).RequireAsync(taskId, ct);
        task.Unlabel(await db.LoadTaskLabelAsync(labelId, ct));
        return task;
    }
}
