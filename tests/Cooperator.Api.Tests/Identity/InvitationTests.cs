using System.Net.Http.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Identity;

public sealed class InvitationTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    private static readonly object NewAccount = new
    {
        name = "Jun Sato",
        password = IdentityHouse.Password,
        language = "EN",
    };

    [Fact]
    public async Task It_is_shown_accepted_with_a_new_account_and_used_up()
    {
        var (email, path) = await InviteAsync(house.Lindenhof);
        var shown = await (await house.Browser().GetAsync(path)).JsonAsync(200);
        Assert.Equal("lindenhof", shown.GetProperty("coop").Text("slug"));
        Assert.Equal(email, shown.Text("email"));
        Assert.False(shown.GetProperty("accountExists").GetBoolean());

        var browser = house.Browser();
        var session = await (await browser.PostAsJsonAsync(path + "/accept", NewAccount)).JsonAsync(200);
        Assert.Equal(email, session.GetProperty("account").Text("email"));
        Assert.Equal("RESIDENT", session.GetProperty("coops")[0].GetProperty("roles")[0].GetString());
        await (await browser.GetAsync("/auth/profile")).JsonAsync(200);

        await (await house.Browser().GetAsync(path)).ProblemAsync(410, "INVITATION_USED");
        await (await house.Browser().PostAsJsonAsync(path + "/accept", NewAccount)).ProblemAsync(
            410,
            "INVITATION_USED"
        );
    }

    [Fact]
    public async Task Of_two_who_accept_at_the_same_moment_one_gets_in()
    {
        var (email, path) = await InviteAsync(house.Lindenhof);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => house.Browser().PostAsJsonAsync(path + "/accept", NewAccount))
        );
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.All(
            answers.Where(a => !a.IsSuccessStatusCode),
            a => Assert.Contains((int)a.StatusCode, new[] { 410, 401 })
        );
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        Assert.Equal(1, await db.Accounts.CountAsync(a => a.Email == email));
    }

    [Fact]
    public async Task It_ends_after_two_weeks()
    {
        var (_, path) = await InviteAsync(house.Lindenhof);
        house.Clock.Now += TimeSpan.FromDays(14.1);
        await (await house.Browser().GetAsync(path)).ProblemAsync(410, "INVITATION_EXPIRED");
        await (await house.Browser().PostAsJsonAsync(path + "/accept", NewAccount)).ProblemAsync(
            410,
            "INVITATION_EXPIRED"
        );
    }

    [Fact]
    public async Task A_new_one_replaces_the_old_and_a_revoked_one_is_gone()
    {
        var member = await house.AddMemberAsync(house.Lindenhof, "Ida", Role.Resident);
        var (email, first) = await InviteAsync(house.Lindenhof, member);
        var (_, second) = await InviteAsync(house.Lindenhof, member, email, letters: 2);
        await (await house.Browser().GetAsync(first)).ProblemAsync(404, "INVITATION_NOT_FOUND");
        await (await house.Browser().GetAsync(second)).JsonAsync(200);

        await house.InCoopAsync(
            house.Lindenhof,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                (await db.Invitations.SingleAsync(i => i.MemberId == member.Id && i.RevokedAt == null, ct)).Revoke(
                    house.Clock.Now
                );
                return true;
            }
        );
        await (await house.Browser().GetAsync(second)).ProblemAsync(404, "INVITATION_NOT_FOUND");
    }

    [Fact]
    public async Task A_token_of_another_co_op_is_worth_nothing()
    {
        var (_, path) = await InviteAsync(house.Lindenhof);
        var elsewhere = path.Replace("lindenhof", "seestrasse", StringComparison.Ordinal);
        await (await house.Browser().GetAsync(elsewhere)).ProblemAsync(404, "INVITATION_NOT_FOUND");
        await (await house.Browser().PostAsJsonAsync(elsewhere + "/accept", NewAccount)).ProblemAsync(
            404,
            "INVITATION_NOT_FOUND"
        );
        var nowhere = path.Replace("lindenhof", "nowhere", StringComparison.Ordinal);
        await (await house.Browser().GetAsync(nowhere)).ProblemAsync(404, "INVITATION_NOT_FOUND");
        await (await house.Browser().GetAsync(path)).JsonAsync(200);
    }

    [Fact]
    public async Task Who_has_an_account_joins_with_it_by_password_or_by_being_signed_in()
    {
        var person = await house.AddPersonAsync();
        var member = await house.AddMemberAsync(house.Seestrasse, "Same", Role.Resident);
        var (_, path) = await InviteAsync(house.Seestrasse, member, person.Email);
        Assert.True(
            (await (await house.Browser().GetAsync(path)).JsonAsync(200)).GetProperty("accountExists").GetBoolean()
        );
        var stranger = await house.SignedInAsync(await house.AddPersonAsync());
        await (await stranger.PostAsJsonAsync(path + "/accept", new { password = "wrong" })).ProblemAsync(
            401,
            "WRONG_CREDENTIALS"
        );

        var browser = await house.SignedInAsync(person);
        var session = await (await browser.PostAsJsonAsync(path + "/accept", new { })).JsonAsync(200);
        Assert.Equal(
            ["lindenhof", "seestrasse"],
            session.GetProperty("coops").EnumerateArray().Select(c => c.Text("slug"))
        );
    }

    [Fact]
    public async Task Nobody_is_two_members_of_one_co_op()
    {
        var person = await house.AddPersonAsync();
        var member = await house.AddMemberAsync(house.Lindenhof, "Double", Role.Resident);
        var (_, path) = await InviteAsync(house.Lindenhof, member, person.Email);
        var answer = await house.Browser().PostAsJsonAsync(path + "/accept", new { person.Password });
        await answer.ProblemAsync(409, "ALREADY_MEMBER");
    }

    [Fact]
    public async Task All_faults_of_a_new_account_are_told_at_once()
    {
        var (_, path) = await InviteAsync(house.Lindenhof);
        var refused = await house.Browser().PostAsJsonAsync(path + "/accept", new { name = " ", password = "short" });
        Assert.Equal(
            ["name:REQUIRED", "password:PASSWORD_TOO_SHORT"],
            (await refused.ProblemAsync(400, "INVALID_INPUT")).Faults()
        );
        await (await house.Browser().GetAsync(path)).JsonAsync(200);
    }

    [Fact]
    public async Task It_ends_with_the_membership()
    {
        var member = await house.AddMemberAsync(house.Lindenhof, "Jun", Role.Resident);
        var (_, path) = await InviteAsync(house.Lindenhof, member);
        var yesterday = DateOnly.FromDateTime(house.Clock.Now.UtcDateTime).AddDays(-1);
        await house.InCoopAsync(
            house.Lindenhof,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                var leaving = await db
                    .Members.Include(m => m.Periods)
                    .Include(m => m.RoleAssignments)
                    .AsSingleQuery()
                    .SingleAsync(m => m.Id == member.Id, ct);
                leaving.Leave(yesterday, null, await Administration.LoadAsync(db, ct), yesterday);
                return true;
            }
        );

        await (await house.Browser().GetAsync(path)).ProblemAsync(404, "INVITATION_NOT_FOUND");
        await (await house.Browser().PostAsJsonAsync(path + "/accept", NewAccount)).ProblemAsync(
            404,
            "INVITATION_NOT_FOUND"
        );
    }

    private async Task<(string Email, string Path)> InviteAsync(
        Coop coop,
        Member? member = null,
        string? email = null,
        int letters = 1
    )
    {
        member ??= await house.AddMemberAsync(coop, "Jun", Role.Resident);
        email ??= $"{member.Id:N}@example.org";
        await house.InCoopAsync(
            coop,
            async (services, ct) =>
            {
                var db = services.GetRequiredService<CooperatorDbContext>();
                var invited = await db.Members.Include(m => m.Periods).SingleAsync(m => m.Id == member.Id, ct);
                return await services.GetRequiredService<InvitationDesk>().InviteAsync(invited, email, null, ct);
            }
        );
        var letter = await house.Mail.LetterToAsync(email, letters);
        var link = letter.Split('\n').Single(line => line.Contains("/invitation/", StringComparison.Ordinal));
        return (email, "/auth/invitations/" + link.Trim().Split("/invitation/")[1]);
    }
}
