using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Tasks;

public sealed class TaskNotFoundException() : RefusalException("There is no such task.");

public sealed class TaskAlreadyDoneException() : RefusalException("The task is done: reopen it first.");

public sealed class TaskNotDoneException() : RefusalException("The task is not done.");

public sealed class TaskNotAssignedException() : RefusalException("The member does not have this task.");

public sealed class DoneTaskIsKeptException() : RefusalException("The task is done: it is kept for the record.");

public sealed class ColumnIsFullException(TaskColumn column, int limit)
    : RefusalException($"The column is full: it takes {limit} cards at once.")
{
    public TaskColumn Column { get; } = column;

    public int Limit { get; } = limit;
}

public sealed class AssignmentLimitReachedException(int limit, int active)
    : RefusalException($"One member can have {limit} tasks at once, and {active} are there.")
{
    /// <summary>How many tasks one member may have at once.</summary>
    public int Limit { get; } = limit;

    /// <summary>How many the member has.</summary>
    public int Active { get; } = active;
}

public sealed class MemberTakesNoTasksException()
    : RefusalException("This person has no role today in which tasks can be taken.");

public sealed class ChecklistItemNotFoundException() : RefusalException("There is no such item.");

public sealed class TaskLabelNotFoundException() : RefusalException("There is no such label.");

public sealed class TaskLabelNameTakenException() : RefusalException("Another label already has this name.");

public sealed class AssignmentExemptionNotFoundException() : RefusalException("This member is not exempt.");
