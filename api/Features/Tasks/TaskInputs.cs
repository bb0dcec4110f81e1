using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Tasks;

public sealed record AddTaskInput(
    string Title,
    string? Description,
    DateOnly? DueOn,
    decimal? EstimateHours,
    TaskColumn Column = TaskColumn.Todo
)
{
    internal TaskDescription TaskDescription => new(Title, Description, DueOn, EstimateHours);
}

/// <summary>What is absent stays as it is; null removes it.</summary>
public sealed record ChangeTaskInput(
    [property: ID<CoopTask>] Guid TaskId,
    Optional<string> Title,
    Optional<string?> Description,
    Optional<DateOnly?> DueOn,
    Optional<decimal?> EstimateHours
)
{
    internal TaskDescription DescriptionOf(CoopTask task) =>
        new(
            Title.Or(task.Title)!,
            Description.Or(task.Description),
            DueOn.Or(task.DueOn),
            EstimateHours.Or(task.EstimateHours)
        );
}

/// <summary>
/// Where the card goes: right behind one card, or right before another, or to the end of the column. Name both neighbours,
/// and the card finds its place by one when the other has gone meanwhile.
/// </summary>
public sealed record MoveTaskInput(
    [property: ID<CoopTask>] Guid TaskId,
    TaskColumn Column,
    [property: ID<CoopTask>] Guid? AfterTaskId,
    [property: ID<CoopTask>] Guid? BeforeTaskId
);
