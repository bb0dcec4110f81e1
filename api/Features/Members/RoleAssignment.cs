using Cooperator.Api.Database;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Members;

/// <summary>A role held for some days. Outside of them it grants nothing.</summary>
public sealed class RoleAssignment : TenantEntity
{
    private RoleAssignment() { }

    internal RoleAssignment(Guid memberId, Role role, DaySpan days) =>
        (MemberId, Role, From, Until) = (memberId, role, days.From, days.Until);

    public Guid MemberId { get; private set; }

    public Role Role { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day in the role.</summary>
    public DateOnly? Until { get; private set; }

    public DaySpan Days => new(From, Until);

    internal void End(DateOnly until) => Until = until;
}
