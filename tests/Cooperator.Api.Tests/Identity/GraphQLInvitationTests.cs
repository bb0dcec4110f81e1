using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Tests.Identity;

public sealed class GraphQLInvitationTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task The_board_invites_looks_after_and_revokes()
    {
        var admin = await ProgramAsync(Role.Admin);
        var member = await house.AddMemberAsync(house.Lindenhof, "Ida", Role.Resident);
        var invited = (await admin.AskAsync(Invite(member.Id, "ida@example.org"))).Data().GetProperty("inviteMember");
        var invitation = invited.GetProperty("invitation");
        Assert.Equal("OPEN", invitation.Text("status"));
        Assert.Equal("Ida Lund", invitation.GetProperty("member").Text("displayName"));
        Assert.Contains(
            "/invitation/lindenhof/",
            await house.Mail.LetterToAsync("ida@example.org"),
            StringComparison.Ordinal
        );

        var open = (await admin.AskAsync("{ invitations { nodes { id email } } }")).Data().GetProperty("invitations");
        Assert.Contains(open.GetProperty("nodes").EnumerateArray(), n => n.Text("email") == "ida@example.org");
        var ofMember = await admin.AskAsync(
            $$"""{ member(id: "{{NodeIds.Format("Member", member.Id)}}") { invitation { id } } node(id: "{{invitation.Text(
                "id"
            )}}") { id } }"""
        );
        Assert.Equal(invitation.Text("id"), ofMember.Data().GetProperty("member").GetProperty("invitation").Text("id"));
        Assert.Equal(invitation.Text("id"), ofMember.Data().GetProperty("node").Text("id"));

        var revoked = (await admin.AskAsync(Revoke(invitation.Text("id")))).Data().GetProperty("revokeInvitation");
        Assert.Equal("REVOKED", revoked.GetProperty("invitation").Text("status"));
        Assert.Equal(
            "INVITATION_NOT_OPEN",
            await RefusalAsync(admin, Revoke(invitation.Text("id")), "revokeInvitation")
        );
    }

    [Fact]
    public async Task Refusals_say_why()
    {
        var admin = await ProgramAsync(Role.Admin);
        var withAccount = await house.AddPersonAsync();
        var without = await house.AddMemberAsync(house.Lindenhof, "Nomail", Role.Resident);
        Assert.Equal(
            "MEMBER_ALREADY_HAS_ACCOUNT",
            await RefusalAsync(admin, Invite(withAccount.MemberId, "a@example.org"))
        );
        Assert.Equal("MEMBER_NOT_FOUND", await RefusalAsync(admin, Invite(Guid.CreateVersion7(), "a@example.org")));
        Assert.Equal("INVALID_EMAIL", await RefusalAsync(admin, Invite(without.Id, "no address")));
        Assert.Equal("REQUIRED", await RefusalAsync(admin, Invite(without.Id, null)));
        var stranger = await house.AddMemberAsync(house.Seestrasse, "Foreign", Role.Resident);
        Assert.Equal("MEMBER_NOT_FOUND", await RefusalAsync(admin, Invite(stranger.Id, "f@example.org")));
        Assert.Equal(0, house.Mail.Count("f@example.org"));
    }

    [Theory]
    [InlineData(Role.Maintainer)]
    [InlineData(Role.Resident)]
    [InlineData(Role.Observer)]
    public async Task Others_neither_invite_nor_see_invitations(Role role)
    {
        var admin = await ProgramAsync(Role.Admin);
        var member = await house.AddMemberAsync(house.Lindenhof, "Ida", Role.Resident);
        var id = (await admin.AskAsync(Invite(member.Id, $"{role}@example.org")))
            .Data()
            .GetProperty("inviteMember")
            .GetProperty("invitation")
            .Text("id");

        var other = await ProgramAsync(role);
        Assert.Equal(["FORBIDDEN"], (await other.AskAsync(Invite(member.Id, "x@example.org"))).Codes());
        Assert.Equal(["FORBIDDEN"], (await other.AskAsync(Revoke(id))).Codes());
        Assert.Equal(["FORBIDDEN"], (await other.AskAsync("{ invitations { nodes { id } } }")).Codes());
        var seen = await other.AskAsync(
            $$"""{ node(id: "{{id}}") { id } member(id: "{{NodeIds.Format("Member", member.Id)}}") { invitation { id } } }"""
        );
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen.Data().GetProperty("node").ValueKind);
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null,
            seen.Data().GetProperty("member").GetProperty("invitation").ValueKind
        );
    }

    [Fact]
    public async Task The_board_of_another_co_op_finds_and_changes_nothing()
    {
        var admin = await ProgramAsync(Role.Admin);
        var member = await house.AddMemberAsync(house.Lindenhof, "Ida", Role.Resident);
        var id = (await admin.AskAsync(Invite(member.Id, "there@example.org")))
            .Data()
            .GetProperty("inviteMember")
            .GetProperty("invitation")
            .Text("id");

        var person = await house.AddPersonAsync();
        await house.AddMemberAsync(house.Seestrasse, "Board", Role.Admin, person.AccountId);
        var other = house.Program((await house.TokensAsync(person)).Access);
        var found = await other.AskAsync(
            $$"""{ node(id: "{{id}}") { id } invitations { nodes { email } } }""",
            "seestrasse"
        );
        Assert.DoesNotContain("there@example.org", found.Data().ToString(), StringComparison.Ordinal);
        var refused = (await other.AskAsync(Revoke(id), "seestrasse")).Data().GetProperty("revokeInvitation");
        Assert.Equal("INVITATION_NOT_FOUND", refused.GetProperty("errors")[0].Text("code"));
        Assert.Contains(
            id,
            (await admin.AskAsync("{ invitations(first: 100) { nodes { id } } }")).ToString(),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> RefusalAsync(HttpClient client, string mutation, string field = "inviteMember") =>
        (await client.AskAsync(mutation)).Data().GetProperty(field).GetProperty("errors")[0].Text("code");

    private static string Invite(Guid memberId, string? email) =>
        $$"""
            mutation { inviteMember(input: { memberId: "{{NodeIds.Format("Member", memberId)}}" {{(
                email is null ? "" : $"email: \"{email}\""
            )}} }) {
              invitation { id status email member { displayName } }
              errors { ... on Error { code message } }
            } }
            """;

    private static string Revoke(string id) =>
        $$"""
            mutation { revokeInvitation(input: { invitationId: "{{id}}" }) {
              invitation { status } errors { ... on Error { code } }
            } }
            """;

    private async Task<HttpClient> ProgramAsync(Role role) =>
        house.Program((await house.TokensAsync(await house.AddPersonAsync(role))).Access);
}
