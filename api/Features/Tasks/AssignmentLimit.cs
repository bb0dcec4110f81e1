namespace Cooperator.Api.Features.Tasks;

/// <summary>How many tasks one member may have at once.</summary>
/// <param name="Most">Null for as many as they like.</param>
/// <param name="ExemptUntil">The last day on which the limit does not hold for this member.</param>
public readonly record struct AssignmentLimit(int? Most, DateOnly? ExemptUntil)
{
    /// <summary>Lets a member have one task more than the <paramref name="active"/> ones, or says the numbers.</summary>
    public void MakeRoom(int active, DateOnly today)
    {
        var exempt = ExemptUntil >= today;
        if (!exempt && active >= Most)
        {
            throw new AssignmentLimitReachedException(Most.Value, active);
        }
    }
}
