using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Whom rules tell.</summary>
internal static class Audience
{
    public static Task<List<Guid>> HoldersAsync(this Circumstances now, Role role) =>
        now
            .Db.RoleAssignments.Where(r =>
                r.Role == role && r.From <= now.Today && (r.Until == null || r.Until >= now.Today)
            )
            .Select(r => r.MemberId)
            .Distinct()
            .ToListAsync(now.Cancelled);

    /// <summary>What a member is called today; null when there is none.</summary>
    public static Task<string?> NameOfAsync(this Circumstances now, Guid memberId) =>
        now.Db.Members.Where(m => m.Id == memberId).Select(m => m.DisplayName).SingleOrDefaultAsync(now.Cancelled);

    /// <summary>Whether the member may sign in to the co-op today: belongs to it and holds a role.</summary>
    public static bool IsIn(Member member, DateOnly today) =>
        (member.Periods.Count == 0 || member.StatusOn(today) == MembershipStatus.Current)
        && member.RoleAssignments.Any(r => r.Days.Contains(today));
}
