using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

[MutationType]
[Authorize(Policy = Policies.Resident)]
public static class ChecklistMutations
{
    /// <summary>Adds a step behind the last one.</summary>
    [Error<InvalidInputException>]
    [Error<TaskNotFoundException>]
    public static async Task<CoopTask> AddChecklistItemAsync(
        [ID<CoopTask>] Guid taskId,
        string text,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var task = await db.Tasks.Include(t => t.Checklist).RequireAsync(taskId, ct);
        task.AddChecklistItem(text);
        return task;
    }

    [Error<InvalidInputException>]
    [Error<ChecklistItemNotFoundException>]
    public static async Task<CoopTask> ChangeChecklistItemAsync(
        [ID<ChecklistItem>] Guid itemId,
        string text,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var task = await db.LoadTaskOfItemAsync(itemId, ct);
        task.ChangeChecklistItem(itemId, text);
        return task;
    }

    [Error<ChecklistItemNotFoundException>]
    public static async Task<CoopTask> TickChecklistItemAsync(
        [ID<ChecklistItem>] Guid itemId,
        bool done,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var task = await db.LoadTaskOfItemAsync(itemId, ct);
        task.TickChecklistItem(itemId, done);
        return task;
    }

    [Error<ChecklistItemNotFoundException>]
    public static async Task<CoopTask> RemoveChecklistItemAsync(
        [ID<ChecklistItem>] Guid itemId,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var task = await db.LoadTaskOfItemAsync(itemId, ct);
        task.RemoveChecklistItem(itemId);
        return task;
    }

    /// <summary>Puts a step at a place of the list, counted from 0.</summary>
    [Error<ChecklistItemNotFoundException>]
    public static async Task<CoopTask> MoveChecklistItemAsync(
        [ID<ChecklistItem>] Guid itemId,
        int position,
        CooperatorDbContext db,
        CancellationToken ct
    )
    {
        var task = await db.LoadTaskOfItemAsync(itemId, ct);
        task.MoveChecklistItem(itemId, position);
        return task;
    }
}
