using Cooperator.Api.Database;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Units;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

/// <summary>Which members a list shows.</summary>
internal static class MemberLists
{
    public static IQueryable<Member> WithStatus(
        this IQueryable<Member> members,
        MembershipStatus? status,
        DateOnly day
    ) =>
        status switch
        {
            MembershipStatus.Current => members.Where(m =>
                m.Periods.Any(p => p.JoinedOn <= day && (p.LeftOn == null || p.LeftOn >= day))
            ),
            MembershipStatus.Future => members.Where(m =>
                m.Periods.Any(p => p.JoinedOn > day)
                && !m.Periods.Any(p => p.JoinedOn <= day && (p.LeftOn == null || p.LeftOn >= day))
            ),
            MembershipStatus.Former => members.Where(m => !m.Periods.Any(p => p.LeftOn == null || p.LeftOn >= day)),
            _ => members,
        };

    public static IQueryable<Member> WithRole(this IQueryable<Member> members, Role? role, DateOnly day) =>
        role is null
            ? members
            : members.Where(m =>
                m.RoleAssignments.Any(r => r.Role == role && r.From <= day && (r.Until == null || r.Until >= day))
            );

    /// <summary>By name, by the number of the home, and by e-mail where the searcher may see it.</summary>
    public static IQueryable<Member> Matching(
        this IQueryable<Member> members,
        string? search,
        CooperatorDbContext db,
        MemberViewer viewer,
        DateOnly day
    )
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return members;
        }

        var number = SearchPattern.Tidy(search);
        var thatHome = db.Homes(day)
            .Join(db.Units.Where(u => u.Number == number), h => h.UnitId, u => u.Id, (h, _) => h);
        var pattern = SearchPattern.Of(search);
        var (all, some, self) = (viewer.SeesAllContacts, viewer.SeesSharedContacts, viewer.MemberId);
        return members.Where(m =>
            EF.Functions.ILike(m.DisplayName, pattern, SearchPattern.Escape)
            || EF.Functions.ILike(m.SortName, pattern, SearchPattern.Escape)
            || (
                (all || m.Id == self || (some && m.EmailVisibility == ContactVisibility.Members))
                && EF.Functions.ILike(m.Email!, pattern, SearchPattern.Escape)
            )
            || thatHome.Any(h => h.MemberId == m.Id)
        );
    }
}
