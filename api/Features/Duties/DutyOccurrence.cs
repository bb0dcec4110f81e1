using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Duties;

/// <summary>
/// One day of a duty. Who has it is whoever holds its task; whose turn it was stays known, so that a swap does not upset
/// the rotation.
/// </summary>
public sealed class DutyOccurrence : TenantEntity
{
    private DutyOccurrence() { }

    internal DutyOccurrence(Guid dutyId, DateOnly dueOn, Guid? plannedMemberId, Guid taskId) =>
        (DutyId, DueOn, PlannedMemberId, TaskId) = (dutyId, dueOn, plannedMemberId, taskId);

    public Guid DutyId { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Whose turn it was; null when nobody could.</summary>
    public Guid? PlannedMemberId { get; private set; }

    public Guid TaskId { get; private set; }

    internal void PlanAnew(Guid? memberId) => PlannedMemberId = memberId;
}
