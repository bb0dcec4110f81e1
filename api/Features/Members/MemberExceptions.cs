using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Members;

public sealed class MemberNotFoundException() : RefusalException("There is no such member.");

public sealed class RoleAssignmentNotFoundException() : RefusalException("There is no such role.");

public sealed class MembershipNotCurrentException(DateOnly on)
    : RefusalException($"This person is not a member on {on:yyyy-MM-dd}.")
{
    public DateOnly On { get; } = on;
}

public sealed class MembershipPeriodsOverlapException()
    : RefusalException("This person is already a member in that time.");

public sealed class RoleAlreadyGrantedException(Role role)
    : RefusalException("The member already holds this role in that time.")
{
    public Role Role { get; } = role;
}

public sealed class RoleOutsideMembershipException()
    : RefusalException("A role can only be held while being a member.");

public sealed class LastAdminException(DateOnly from)
    : RefusalException($"From {from:yyyy-MM-dd} on the co-op would have no administrator.")
{
    public DateOnly From { get; } = from;
}

public sealed class MemberAlreadyHasAccountException() : RefusalException("This member already has an account.");

public sealed class MemberStillLivesHereException(string unitNumber)
    : RefusalException($"The member still lives in unit {unitNumber} after that day.")
{
    public string UnitNumber { get; } = unitNumber;
}
