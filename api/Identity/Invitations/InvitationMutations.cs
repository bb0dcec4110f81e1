using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

[MutationType]
public static class InvitationMutations
{
    /// <summary>Mails the member a link to choose a password. A new invitation replaces the open one.</summary>
    [Authorize(Policy = Policies.Admin)]
    [Error<InvalidInputException>]
    [Error<MemberNotFoundException>]
    [Error<MemberAlreadyHasAccountException>]
    [Error<MembershipNotCurrentException>]
    public static async Task<Invitation> InviteMemberAsync(
        [ID<Member>] Guid memberId,
        [GraphQLDescription("Left out, the address of the member's contact details.")] string? email,
        CooperatorDbContext db,
        CurrentMember current,
        InvitationDesk desk,
        CancellationToken ct
    )
    {
        var member =
            await db.Members.AsTracking().Include(m => m.Periods).SingleOrDefaultAsync(m => m.Id == memberId, ct)
            ?? throw new MemberNotFoundException();
        return await desk.InviteAsync(member, email, current.MemberId, ct);
    }

    /// <summary>The link of the invitation stops working.</summary>
    [Authorize(Policy = Policies.Admin)]
    [Error<InvitationNotFoundException>]
    [Error<InvitationNotOpenException>]
    public static async Task<Invitation> RevokeInvitationAsync(
        [ID<Invitation>] Guid invitationId,
        CooperatorDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var invitation =
            await db.Invitations.AsTracking().SingleOrDefaultAsync(i => i.Id == invitationId, ct)
            ?? throw new InvitationNotFoundException();
        invitation.Revoke(clock.GetUtcNow());
        return invitation;
    }
}
