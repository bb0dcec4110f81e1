using Cooperator.Api.Database;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Duties;

/// <summary>
/// Who can be given a duty on a day: who holds a role in which tasks are done, and is not exempt from all work. A person
/// who leaves before the day is none of them.
/// </summary>
public sealed class DutyEligibility(ILookup<Guid, RoleAssignment> roles, ILookup<Guid, WorkExemption> exemptions)
{
    public bool Can(Guid memberId, DateOnly day) =>
        roles[memberId].Any(r => r.Role != Role.Observer && r.Days.Contains(day))
        && !exemptions[memberId].Any(e => e.SparesDutiesOn(day));

    /// <exception cref="CannotTakeDutyException">The member can not.</exception>
    public void Require(Guid memberId, DateOnly day)
    {
        if (!Can(memberId, day))
        {
            throw new CannotTakeDutyException(day);
        }
    }

    public static async Task<DutyEligibility> LoadAsync(
        CooperatorDbContext db,
        IReadOnlyCollection<Guid> memberIds,
        CancellationToken ct
    )
    {
        var roles = await db.RoleAssignments.Where(r => memberIds.Contains(r.MemberId)).ToListAsync(ct);
        var exemptions = await db.WorkExemptions.Where(e => memberIds.Contains(e.MemberId)).ToListAsync(ct);
        return new(roles.ToLookup(r => r.MemberId), exemptions.ToLookup(e => e.MemberId));
    }
}
