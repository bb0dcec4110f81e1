using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>Decides whether a member can be invited, and to which address. Needs the member's periods.</summary>
public sealed class InvitationDesk
{
    private readonly CooperatorDbContext _db;
    private readonly InvitationPost _post;
    private readonly TimeProvider _clock;

    internal InvitationDesk(CooperatorDbContext db, InvitationPost post, TimeProvider clock) =>
        (_db, _post, _clock) = (db, post, clock);

    /// <param name="member">Whom to invite.</param>
    /// <param name="email">Where to; null for the address of the member's contact details.</param>
    /// <param name="inviterId">The member who invites; null when the installation does.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<Invitation> InviteAsync(Member member, string? email, Guid? inviterId, CancellationToken ct)
    {
        if (member.AccountId is not null)
        {
            throw new MemberAlreadyHasAccountException();
        }

        var now = _clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _db.Coop.TimeZone).Date);
        if (member.StatusOn(today) is MembershipStatus.Former)
        {
            throw new MembershipNotCurrentException(today);
        }

        var inviter = await _db
            .Members.Where(m => m.Id == inviterId)
            .Select(m => m.DisplayName)
            .SingleOrDefaultAsync(ct);
        return await _post.InviteAsync(
            member,
            InvalidInputException.Email(email ?? member.Email, "email"),
            inviter,
            ct
        );
    }
}
