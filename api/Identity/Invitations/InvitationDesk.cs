using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>Decides whether a member can be invited, and to which address. Needs the member's periods.</summary>
public sealed class InvitationDesk
{
    private readonly CooperatorDbContext _db;
    private readonly InvitationPost _post;
    private readonly CoopCalendar _calendar;

    internal InvitationDesk(CooperatorDbContext db, InvitationPost post, CoopCalendar calendar) =>
        (_db, _post, _calendar) = (db, post, calendar);

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

        if (member.StatusOn(_calendar.Today) is MembershipStatus.Former)
        {
            throw new MembershipNotCurrentException(_calendar.Today);
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
