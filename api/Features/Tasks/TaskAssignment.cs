using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Tasks;

/// <summary>That a member has a task, since when, and by whom.</summary>
public sealed class TaskAssignment : TenantEntity
{
    private TaskAssignment() { }

    internal TaskAssignment(Guid taskId, Guid memberId, Guid assignedById, DateTimeOffset at) =>
        (TaskId, MemberId, AssignedById, AssignedAt) = (taskId, memberId, assignedById, at);

    public Guid TaskId { get; private set; }

    public Guid MemberId { get; private set; }

    public Guid AssignedById { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }
}
