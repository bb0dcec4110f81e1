using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>A new co-op and the person who runs it at first.</summary>
public sealed record CreateCoopInput(
    string Slug,
    string Name,
    string TimeZone,
    string Currency,
    string Locale,
    string? LegalForm,
    string AdminGivenName,
    string AdminFamilyName,
    string AdminEmail
);

[MutationType]
public static class CoopFounding
{
    /// <summary>Founds a co-op and invites its first administrator. For superusers, who see nothing inside it afterwards.</summary>
    [Authorize(Policy = Policies.Superuser)]
    [Error<InvalidInputException>]
    [Error<SlugTakenException>]
    [UseMutationConvention(PayloadFieldName = "coop")]
    public static async Task<CoopSummary> CreateCoopAsync(
        CreateCoopInput input,
        CooperatorDbContext db,
        CurrentCoop current,
        InvitationDesk desk,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        if (await db.Coops.AnyAsync(c => c.Slug == input.Slug, ct))
        {
            throw new SlugTakenException();
        }

        var coop = new Coop(input.Slug, input.Name, input.TimeZone, input.Currency, input.Locale);
        coop.DescribeLegalForm(input.LegalForm);
        await InsideAsync(coop, current, () => FurnishAsync(coop, input, db, desk, calendar, ct));
        return new CoopSummary(coop.Slug, coop.Name);
    }

    /// <summary>
    /// Invites the first administrator of a co-op anew, when the invitation has lapsed or went to a wrong address. For
    /// superusers, until somebody of the co-op has an account.
    /// </summary>
    [Authorize(Policy = Policies.Superuser)]
    [Error<InvalidInputException>]
    [Error<NoSuchCoopException>]
    [Error<CoopHasAccountsException>]
    [UseMutationConvention(PayloadFieldName = "coop")]
    public static async Task<CoopSummary> InviteFirstAdministratorAsync(
        string slug,
        string email,
        CooperatorDbContext db,
        CurrentCoop current,
        InvitationDesk desk,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var coop = await db.Coops.SingleOrDefaultAsync(c => c.Slug == slug, ct) ?? throw new NoSuchCoopException();
        await InsideAsync(coop, current, () => InviteAnewAsync(email, db, desk, calendar, ct));
        return new CoopSummary(coop.Slug, coop.Name);
    }

    private static async Task InviteAnewAsync(
        string email,
        CooperatorDbContext db,
        InvitationDesk desk,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        if (await db.Members.AnyAsync(m => m.AccountId != null, ct))
        {
            throw new CoopHasAccountsException();
        }

        var today = calendar.Today;
        var first = await db
            .Members.Include(m => m.Periods)
            .Where(m =>
                m.RoleAssignments.Any(r =>
                    r.Role == Role.Admin && r.From <= today && (r.Until == null || r.Until >= today)
                )
            )
            .OrderBy(m => m.Id)
            .FirstAsync(ct);
        await desk.InviteAsync(first, email, inviterId: null, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Works in a co-op from outside of it.</summary>
    private static async Task InsideAsync(Coop coop, CurrentCoop current, Func<Task> work)
    {
        var before = (current.Id, current.Slug, current.TimeZone);
        current.Enter(coop.Id, coop.Slug, coop.TimeZone);
        try
        {
            await work();
        }
        finally
        {
            // What follows in the same operation is not done in that co-op.
            Return(current, before);
        }
    }

    private static async Task FurnishAsync(
        Coop coop,
        CreateCoopInput input,
        CooperatorDbContext db,
        InvitationDesk desk,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        var name = new PersonName(input.AdminGivenName, input.AdminFamilyName);
        var admin = Member.Join(name, Languages.SpokenIn(coop.Locale), calendar.Today, Role.Admin);
        db.AddRange(coop, admin);
        await db.SaveChangesAsync(ct);
        await desk.InviteAsync(admin, input.AdminEmail, inviterId: null, ct);
        await db.SaveChangesAsync(ct);
    }

    private static void Return(CurrentCoop current, (Guid? Id, string? Slug, TimeZoneInfo TimeZone) before)
    {
        if (before is { Id: { } id, Slug: { } slug })
        {
            current.Enter(id, slug, before.TimeZone.Id);
        }
        else
        {
            current.Leave();
        }
    }
}
