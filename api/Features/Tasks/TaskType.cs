using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Tasks;

[GraphQLName("Task")]
[ObjectType<CoopTask>(
    nameof(CoopTask.Id),
    nameof(CoopTask.Title),
    nameof(CoopTask.Description),
    nameof(CoopTask.Column),
    nameof(CoopTask.Rank),
    nameof(CoopTask.DueOn),
    nameof(CoopTask.EstimateHours),
    nameof(CoopTask.CreatedAt),
    nameof(CoopTask.CompletedAt)
)]
public static class TaskType
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<CoopTask?> GetTaskByIdAsync(Guid id, TasksById tasks, CancellationToken ct) =>
        tasks.LoadAsync(id, ct);

    /// <summary>Whether it was due before today and is not done.</summary>
    [Cost(0)]
    [SameForAll]
    public static bool GetOverdue([Parent] CoopTask task, CoopCalendar calendar) =>
        !task.IsDone && task.DueOn < calendar.Today;

    /// <summary>By name.</summary>
    [ListSize(AssumedSize = 3)]
    [SameForAll]
    public static async Task<IReadOnlyList<TaskLabel>> GetLabelsAsync(
        [Parent] CoopTask task,
        LabelsByTask labels,
        CancellationToken ct
    ) => await labels.LoadAsync(task.Id, ct);

    /// <summary>Who has it, the first one first.</summary>
    [ListSize(AssumedSize = 2)]
    [SameForAll]
    public static async Task<IReadOnlyList<Member>> GetAssigneesAsync(
        [Parent] CoopTask task,
        AssigneesByTask assignees,
        CancellationToken ct
    ) => await assignees.LoadAsync(task.Id, ct);

    /// <summary>Who has it, since when, and by whom.</summary>
    [ListSize(AssumedSize = 2)]
    [SameForAll]
    public static async Task<IReadOnlyList<TaskAssignment>> GetAssignmentsAsync(
        [Parent] CoopTask task,
        AssignmentsByTask assignments,
        CancellationToken ct
    ) => await assignments.LoadAsync(task.Id, ct);

    [SameForAll]
    public static async Task<IReadOnlyList<ChecklistItem>> GetChecklistAsync(
        [Parent] CoopTask task,
        ChecklistByTask items,
        CancellationToken ct
    ) => await items.LoadAsync(task.Id, ct);

    /// <summary>How far the checklist is; null without one.</summary>
    [SameForAll]
    public static Task<ChecklistProgress?> GetChecklistProgressAsync(
        [Parent] CoopTask task,
        ChecklistProgressByTask progress,
        CancellationToken ct
    ) => progress.LoadAsync(task.Id, ct);

    [SameForAll]
    public static async Task<Member> GetCreatedByAsync(
        [Parent] CoopTask task,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(task.CreatedById, ct))!;

    /// <summary>Who said that it is done; null while it is not.</summary>
    [SameForAll]
    public static async Task<Member?> GetCompletedByAsync(
        [Parent] CoopTask task,
        MembersById members,
        CancellationToken ct
    ) => task.CompletedById is { } id ? await members.LoadAsync(id, ct) : null;
}

/// <summary>How many steps of a checklist are done.</summary>
public sealed record ChecklistProgress(int Done, int Total);

[ObjectType<TaskAssignment>(nameof(TaskAssignment.AssignedAt))]
public static class TaskAssignmentType
{
    [SameForAll]
    public static async Task<Member> GetMemberAsync(
        [Parent] TaskAssignment assignment,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(assignment.MemberId, ct))!;

    [SameForAll]
    public static async Task<Member> GetAssignedByAsync(
        [Parent] TaskAssignment assignment,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(assignment.AssignedById, ct))!;
}

[ObjectType<ChecklistItem>(nameof(ChecklistItem.Text), nameof(ChecklistItem.Done))]
public static class ChecklistItemType
{
    [ID<ChecklistItem>]
    public static Guid GetId([Parent] ChecklistItem item) => item.Id;
}

[ObjectType<TaskLabel>(nameof(TaskLabel.Name), nameof(TaskLabel.Colour))]
public static class TaskLabelType
{
    [ID<TaskLabel>]
    public static Guid GetId([Parent] TaskLabel label) => label.Id;
}
