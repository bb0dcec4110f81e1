using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>Writes invitations: the row, and the letter with the link.</summary>
internal sealed class InvitationPost(
    CooperatorDbContext db,
    LetterBox letters,
    PublicSite site,
    TokenSettings settings,
    TimeProvider clock
)
{
    /// <summary>Adds invitation and letter to what is saved next. Must run inside the co-op of the member.</summary>
    public async Task<Invitation> InviteAsync(Member member, string email, string? inviter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db
            .Invitations.AsTracking()
            .Where(i => i.MemberId == member.Id && i.AcceptedAt == null && i.RevokedAt == null)
            .ToListAsync(ct);
        open.ForEach(i => i.Revoke(now));
        if (open.Count > 0)
        {
            // The index allows one open invitation at a time, and a save does not promise an order.
            await db.SaveChangesAsync(ct);
        }

        var coop = await db.Coops.AsNoTracking().SingleAsync(c => c.Id == db.Coop.RequiredId, ct);
        var token = Secret.Create();
        var invitation = Invitation.Send(member.Id, email, token, now, TimeSpan.FromDays(settings.InvitationDays));
        db.Invitations.Add(invitation);
        letters.Post(
            email,
            member.DisplayName,
            "invitation",
            member.Language,
            new()
            {
                ["coop"] = coop.Name,
                ["name"] = member.DisplayName,
                ["inviter"] = inviter ?? coop.Name,
                ["link"] = site.Link($"/invitation/{coop.Slug}/{token.Text}"),
                ["days"] = $"{settings.InvitationDays}",
            }
        );
        return invitation;
    }
}
