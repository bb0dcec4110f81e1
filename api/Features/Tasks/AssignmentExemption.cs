using Cooperator.Api.Database;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Tasks;

/// <summary>That the assignment limit does not hold for a member until a day. Why is between the member and the board.</summary>
public sealed class AssignmentExemption : TenantEntity
{
    private AssignmentExemption() { }

    public AssignmentExemption(Guid memberId) => MemberId = memberId;

    public Guid MemberId { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; private set; }

    public string? Reason { get; private set; }

    public void Grant(DateOnly until, string? reason)
    {
        var check = new InputCheck();
        Until = check.Take(() => DaySpan.Check(until, "until"));
        Reason = check.Take(() => InvalidInputException.OptionalText(reason, "reason", 500));
        check.Demand();
        // The event is kept for ever and says no reason.
        Raise("assignment_exemption.granted", new { MemberId, Until });
    }

    public void End() => Raise("assignment_exemption.ended", new { MemberId });
}

/// <summary>
/// Written with each task a member gets while there is a limit: of two at once both write this row, so the second one is
/// run again and counts the first.
/// </summary>
public sealed class MemberWorkload : TenantEntity
{
    private MemberWorkload() { }

    public MemberWorkload(Guid memberId) => MemberId = memberId;

    public Guid MemberId { get; private set; }

    public int TasksTaken { get; private set; }

    public void Grow() => TasksTaken++;
}
