using Cooperator.Api.Database;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

internal sealed record OpenInvitation(Invitation Invitation, Member Member, Coop Coop);

/// <summary>Finds invitations by their link and turns an accepted one into a member with an account, all or nothing.</summary>
internal sealed class InvitationAcceptance(
    CooperatorDbContext db,
    CurrentCoop currentCoop,
    CurrentActor actor,
    DatabaseTransactions transactions,
    ILookupNormalizer normalizer,
    SecurityLog log,
    CoopCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>What the link leads to, or the problem with it.</summary>
    public async Task<(OpenInvitation? Found, IResult? Problem)> FindAsync(
        string slug,
        string token,
        CancellationToken ct
    )
    {
        var coop = await db.Coops.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (coop is null)
        {
            return (null, NotFound());
        }

        currentCoop.Enter(coop.Id, coop.Slug, coop.TimeZone);
        var hash = Secret.HashOf(token);
        var invitation = await db.Invitations.AsTracking().SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
        var problem = invitation?.StatusAt(clock.GetUtcNow()) switch
        {
            InvitationStatus.Open => null,
            InvitationStatus.Expired => Problems.Of(410, "INVITATION_EXPIRED", "This invitation has expired."),
            InvitationStatus.Accepted => Problems.Of(410, "INVITATION_USED", "This invitation was used before."),
            _ => NotFound(),
        };
        if (problem is not null)
        {
            return (null, problem);
        }

        var member = await db
            .Members.AsTracking()
            .Include(m => m.RoleAssignments)
            .Include(m => m.Periods)
            .AsSingleQuery()
            .SingleAsync(m => m.Id == invitation!.MemberId, ct);
        if (member.StatusOn(calendar.Today) is MembershipStatus.Former)
        {
            return (null, NotFound());
        }

        return (new OpenInvitation(invitation!, member, coop), null);
    }

    public Task<Account?> AccountOfAsync(string email, CancellationToken ct)
    {
        var normalized = normalizer.NormalizeEmail(email);
        return db.Accounts.AsTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
    }

    /// <summary>
    /// Two at once: both change the invitation's row, and the later one is run again and finds it used.
    /// <paramref name="existing"/> is the account with this address as it was when its owner was recognized;
    /// <paramref name="create"/> makes one when nobody has it.
    /// </summary>
    public Task<(Account? Account, IResult? Problem)> AcceptAsync(
        string slug,
        string token,
        Account? existing,
        Func<OpenInvitation, Account>? create,
        ClientAddress client,
        CancellationToken ct
    ) =>
        transactions.WriteAsync<(Account?, IResult?)>(
            async inner =>
            {
                // What was looked at before may have changed since.
                db.ChangeTracker.Clear();
                var (accountId, stamp) = (existing?.Id, existing?.SecurityStamp);
                var (found, problem) = await FindAsync(slug, token, inner);
                if (found is null)
                {
                    return (null, problem);
                }

                if (await IsMemberAlreadyAsync(found, accountId, inner))
                {
                    return (
                        null,
                        Problems.Of(409, "ALREADY_MEMBER", "There is an account for this membership already.")
                    );
                }

                // Somebody has made an account meanwhile, or chosen another password than the one that was looked at.
                var known = await AccountOfAsync(found.Invitation.Email, inner);
                if (known?.Id != accountId || known?.SecurityStamp != stamp)
                {
                    return (null, SignInEndpoints.Refused(new PasswordOutcome.Wrong()));
                }

                var account = known ?? Add(create!(found), client);
                actor.AccountId = account.Id;
                actor.MemberId = found.Member.Id;
                found.Invitation.Accept(clock.GetUtcNow());
                found.Member.ConnectAccount(account.Id);
                log.Note(SecurityEvent.InvitationAccepted, account.Id, client);
                return (account, null);
            },
            ct
        );

    private Task<bool> IsMemberAlreadyAsync(OpenInvitation found, Guid? accountId, CancellationToken ct) =>
        found.Member.AccountId is not null
            ? Task.FromResult(true)
            : db.Members.AnyAsync(m => m.AccountId != null && m.AccountId == accountId, ct);

    private Account Add(Account account, ClientAddress client)
    {
        account.NormalizedEmail = normalizer.NormalizeEmail(account.Email);
        db.Accounts.Add(account);
        log.Note(SecurityEvent.AccountCreated, account.Id, client);
        return account;
    }

    private static IResult NotFound() => Problems.Of(404, "INVITATION_NOT_FOUND", "There is no such invitation.");
}
