using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

[QueryType]
public static class InvitationQueries
{
    /// <summary>The open invitations, the latest first.</summary>
    [Authorize(Policy = Policies.Admin)]
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100)]
    public static IQueryable<Invitation> GetInvitations(CooperatorDbContext db, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return db
            .Invitations.AsNoTracking()
            .Where(i => i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now)
            .OrderByDescending(i => i.SentAt)
            .ThenByDescending(i => i.Id);
    }
}

[ObjectType<Invitation>(
    nameof(Invitation.Id),
    nameof(Invitation.Email),
    nameof(Invitation.SentAt),
    nameof(Invitation.ExpiresAt)
)]
public static class InvitationType
{
    [NodeResolver]
    public static async Task<Invitation?> GetInvitationByIdAsync(
        Guid id,
        CooperatorDbContext db,
        CurrentMember member,
        CancellationToken ct
    ) => member.Is(Role.Admin) ? await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) : null;

    public static InvitationStatus GetStatus([Parent] Invitation invitation, TimeProvider clock) =>
        invitation.StatusAt(clock.GetUtcNow());

    public static async Task<Member> GetMemberAsync(
        [Parent] Invitation invitation,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(invitation.MemberId, ct))!;
}

[ObjectType<Member>(nameof(Member.GivenName))]
public static class MemberInvitation
{
    /// <summary>The open invitation; for administrators only, null for others.</summary>
    public static async Task<Invitation?> GetInvitationAsync(
        [Parent] Member member,
        OpenInvitationDataLoader invitations,
        CurrentMember current,
        CancellationToken ct
    ) => current.Is(Role.Admin) ? await invitations.LoadAsync(member.Id, ct) : null;
}
