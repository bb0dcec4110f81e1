using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

[QueryType]
[Authorize(Policy = Policies.Member)]
public static class MemberQueries
{
    /// <summary>The directory, by family name.</summary>
    /// <param name="search">Part of a name or e-mail address, or the number of a unit.</param>
    /// <param name="status">Null lists members of all times.</param>
    /// <param name="role">Only who holds this role today.</param>
    [UsePaging(Reader = typeof(MemberPages))]
    [UseFiltering(
        nameof(Member.GivenName),
        nameof(Member.FamilyName),
        nameof(Member.DisplayName),
        nameof(Member.Language)
    )]
    [UseSorting(
        nameof(Member.SortName),
        nameof(Member.GivenName),
        nameof(Member.FamilyName),
        nameof(Member.DisplayName)
    )]
    public static IQueryable<Member> GetMembers(
        string? search,
        Role? role,
        CooperatorDbContext db,
        CurrentMember me,
        CoopCalendar calendar,
        MembershipStatus? status = MembershipStatus.Current
    ) =>
        db
            .Members.WithStatus(status, calendar.Today)
            .WithRole(role, calendar.Today)
            .Matching(search, db, MemberViewer.Of(me), calendar.Today)
            .OrderBy(m => m.SortName)
            .ThenBy(m => m.Id);

    public static Task<Member?> GetMemberAsync(
        [ID<Member>] Guid id,
        [IsSelected("unit")] bool withHome,
        MembersById members,
        MembersAtHome membersAtHome,
        CancellationToken ct
    ) => withHome ? membersAtHome.LoadAsync(id, ct) : members.LoadAsync(id, ct);
}
