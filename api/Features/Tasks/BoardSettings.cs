using Cooperator.Api.Database;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Tasks;

/// <summary>What a co-op decided about its board; without a row, nothing.</summary>
public sealed class BoardSettings : TenantEntity
{
    /// <summary>How many tasks a member may have at once that are not done.</summary>
    public int? AssignmentLimit { get; private set; }

    public void LimitAssignments(int? limit)
    {
        if (limit is < 1 or > 1000)
        {
            throw new InvalidInputException(new InputFault(InputFaultCode.OutOfRange, 1, 1000), "limit");
        }

        AssignmentLimit = limit;
        Raise("board.assignment_limit_changed", new { limit });
    }
}
