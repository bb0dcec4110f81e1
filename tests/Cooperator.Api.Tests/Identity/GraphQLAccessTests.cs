using System.Net.Http.Json;
using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Tests.Identity;

public sealed class GraphQLAccessTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    private const string MyData =
        "{ me { account { id email name language superuser totpEnabled } memberships { coop { slug name } memberId roles } member { id isMe } } }";

    private const string Members = "{ members { nodes { id } } }";

    [Fact]
    public async Task Me_is_the_signed_in_person_with_all_memberships()
    {
        var person = await house.AddPersonAsync(Role.Maintainer);
        await house.AddMemberAsync(house.Seestrasse, "Too", Role.Observer, person.AccountId);
        var program = await ProgramAsync(person);

        var me = (await program.AskAsync(MyData)).Data().GetProperty("me");
        Assert.Equal(person.Email, me.GetProperty("account").Text("email"));
        Assert.False(me.GetProperty("account").GetProperty("superuser").GetBoolean());
        Assert.Equal(
            ["lindenhof:MAINTAINER", "seestrasse:OBSERVER"],
            me.GetProperty("memberships")
                .EnumerateArray()
                .Select(m => $"{m.GetProperty("coop").Text("slug")}:{m.GetProperty("roles")[0]}")
        );
        Assert.Equal(NodeIds.Format("Member", person.MemberId), me.GetProperty("member").Text("id"));

        var outside = (await program.AskAsync(MyData, coop: null)).Data().GetProperty("me");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, outside.GetProperty("member").ValueKind);
    }

    [Fact]
    public async Task Me_is_nobody_when_nobody_is_signed_in_and_other_fields_ask_to_sign_in()
    {
        var anybody = house.CreateClient();
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null,
            (await anybody.AskAsync(MyData)).Data().GetProperty("me").ValueKind
        );
        Assert.Equal(["UNAUTHENTICATED"], (await anybody.AskAsync(Members)).Codes());
    }

    [Fact]
    public async Task A_co_op_that_is_not_there_and_one_of_others_look_alike()
    {
        var program = await ProgramAsync(await house.AddPersonAsync(Role.Admin));
        var others = await program.AskAsync("{ a: " + Members[1..^1] + " b: " + Members[1..], "seestrasse");
        var nowhere = await program.AskAsync(Members, "nowhere");
        Assert.Equal(["COOP_NOT_FOUND"], others.Codes());
        Assert.Equal(nowhere.GetProperty("errors")[0].ToString(), others.GetProperty("errors")[0].ToString());
        Assert.Equal(["COOP_REQUIRED"], (await program.AskAsync(Members, coop: null)).Codes());
    }

    [Fact]
    public async Task A_role_that_is_over_counts_no_more_from_the_next_request_on()
    {
        var admin = await ProgramAsync(await house.AddPersonAsync(Role.Admin));
        var person = await house.AddPersonAsync(Role.Resident);
        var program = await ProgramAsync(person);
        (await program.AskAsync(Members)).Data();

        await EndRolesAsync(admin, person.MemberId);
        Assert.Equal(["COOP_NOT_FOUND"], (await program.AskAsync(Members)).Codes());
        var session = await (await program.GetAsync("/auth/session")).JsonAsync(200);
        Assert.Empty(session.GetProperty("coops").EnumerateArray());
    }

    [Fact]
    public async Task The_cookie_needs_the_header_no_form_can_send_for_graphql_too()
    {
        var browser = await house.SignedInAsync(await house.AddPersonAsync());
        (await browser.AskAsync(Members)).Data();
        browser.DefaultRequestHeaders.Remove("Cooperator-Client");
        Assert.Equal("CSRF_HEADER_MISSING", (await browser.AskAsync(Members)).Text("code"));
    }

    [Fact]
    public async Task A_worthless_token_is_refused_before_anything_runs()
    {
        var answer = await house
            .Program("worthless")
            .PostAsJsonAsync("/graphql", new { query = "{ me { __typename } }" });
        await answer.ProblemAsync(401, "TOKEN_INVALID");
    }

    [Fact]
    public async Task A_reading_token_reads_and_changes_nothing()
    {
        var person = await house.AddPersonAsync(Role.Admin);
        var script = await ScriptAsync(
            person,
            new
            {
                name = "r",
                scopes = new[] { "read" },
                expiresInDays = 1,
            }
        );
        (await script.AskAsync(Members)).Data();
        var refused = await script.AskAsync(Rename(person, "Changed"));
        Assert.Equal(["FORBIDDEN"], refused.Codes());
        Assert.DoesNotContain(
            "Changed",
            (await script.AskAsync("{ members { nodes { givenName } } }")).ToString(),
            StringComparison.Ordinal
        );

        var writer = await ScriptAsync(
            person,
            new
            {
                name = "w",
                scopes = new[] { "write" },
                expiresInDays = 1,
            }
        );
        Assert.Empty((await writer.AskAsync(Rename(person, "Changed"))).Codes());
    }

    [Fact]
    public async Task A_token_of_one_co_op_does_not_open_another()
    {
        var person = await house.AddPersonAsync();
        await house.AddMemberAsync(house.Seestrasse, "Too", Role.Resident, person.AccountId);
        var script = await ScriptAsync(
            person,
            new
            {
                name = "one",
                scopes = new[] { "read" },
                coop = "seestrasse",
                expiresInDays = 1,
            }
        );
        (await script.AskAsync(Members, "seestrasse")).Data();
        Assert.Equal(["COOP_NOT_FOUND"], (await script.AskAsync(Members, "lindenhof")).Codes());
    }

    [Fact]
    public async Task Only_a_superuser_founds_a_co_op_and_its_first_administrator_is_invited()
    {
        var admin = await ProgramAsync(await house.AddPersonAsync(Role.Admin));
        Assert.Equal(["FORBIDDEN"], (await admin.AskAsync(Found("new-house"), coop: null)).Codes());

        var superuser = await SuperuserAsync();
        var founded = (await superuser.AskAsync(Found("new-house"), coop: null)).Data().GetProperty("createCoop");
        Assert.Equal("new-house", founded.GetProperty("coop").Text("slug"));
        var letter = await house.Mail.LetterToAsync("first@example.org");
        Assert.Contains("/invitation/new-house/", letter, StringComparison.Ordinal);

        var again = (await superuser.AskAsync(Found("new-house"), coop: null)).Data().GetProperty("createCoop");
        Assert.Equal("SLUG_TAKEN", again.GetProperty("errors")[0].Text("code"));
        Assert.Equal(["COOP_NOT_FOUND"], (await superuser.AskAsync(Members, "new-house")).Codes());
    }

    [Fact]
    public async Task The_first_administrator_of_a_co_op_is_invited_anew_while_nobody_has_come()
    {
        // arrange
        (await (await SuperuserAsync()).AskAsync(Found("lost-house", "lost@example.org"), coop: null)).Data();
        var then = house.Clock.Now;
        try
        {
            // act
            house.Clock.Now = then.AddDays(15);
            var superuser = await SuperuserAsync();
            var invited = await InviteFirstAsync(superuser, "lost-house", "second@example.org");
            var letter = await house.Mail.LetterToAsync("second@example.org");
            var token = letter.Split("/invitation/lost-house/")[1].Split(['\n', '\r', ' '])[0];
            var accepted = await house
                .Browser()
                .PostAsJsonAsync(
                    $"/auth/invitations/lost-house/{token}/accept",
                    new { name = "Frida Erste", password = IdentityHouse.Password }
                );

            // assert
            Assert.Equal("""{"coop":{"slug":"lost-house"},"errors":null}""", invited);
            await accepted.JsonAsync(200);
            Assert.Equal(
                """{"coop":null,"errors":[{"code":"COOP_HAS_ACCOUNTS"}]}""",
                await InviteFirstAsync(superuser, "lost-house", "third@example.org")
            );
            Assert.Equal(
                """{"coop":null,"errors":[{"code":"NO_SUCH_COOP"}]}""",
                await InviteFirstAsync(superuser, "no-house", "third@example.org")
            );
        }
        finally
        {
            house.Clock.Now = then;
        }
    }

    private static async Task<string> InviteFirstAsync(HttpClient superuser, string slug, string email)
    {
        var answer = await superuser.AskAsync(
            $$"""
            mutation { inviteFirstAdministrator(input: { slug: "{{slug}}", email: "{{email}}" }) {
              coop { slug } errors { ... on Error { code } }
            } }
            """,
            coop: null
        );
        return answer.Data().GetProperty("inviteFirstAdministrator").ToString();
    }

    [Fact]
    public async Task While_a_subscription_is_open_a_role_that_ends_ends_it()
    {
        var admin = await ProgramAsync(await house.AddPersonAsync(Role.Admin));
        var person = await house.AddPersonAsync();
        await using var live = await LiveAsync((await house.TokensAsync(person)).Access);
        await live.SubscribeAsync("subscription { memberChanged { kind memberId } }");
        await SeenAsync(live, admin, person);

        await EndRolesAsync(admin, person.MemberId);
        await ExpectClosedAsync(live);
    }

    [Fact]
    public async Task While_a_subscription_is_open_a_session_that_is_ended_ends_it()
    {
        var admin = await ProgramAsync(await house.AddPersonAsync(Role.Admin));
        var person = await house.AddPersonAsync();
        var tokens = await house.TokensAsync(person);
        await using var live = await LiveAsync(tokens.Access);
        await live.SubscribeAsync("subscription { memberChanged { kind memberId } }");
        await SeenAsync(live, admin, person);

        await house.CreateClient().PostAsJsonAsync("/auth/token/revoke", new { refreshToken = tokens.Refresh });
        (await admin.AskAsync(Rename(person, "Unseen"))).Data();
        await ExpectClosedAsync(live);
    }

    [Fact]
    public async Task A_socket_with_a_worthless_token_is_closed()
    {
        await using var live = await LiveAsync("worthless");
        var closed = await live.NextAsync();
        Assert.Equal("closed", closed.Text("type"));
        Assert.Equal(4403, closed.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_socket_of_another_co_op_hears_nothing()
    {
        var tokens = await house.TokensAsync(await house.AddPersonAsync());
        await using var live = await LiveAsync(tokens.Access, "seestrasse");
        await live.SubscribeAsync("subscription { memberChanged { kind memberId } }");
        Assert.Contains("COOP_NOT_FOUND", (await live.NextAsync()).ToString(), StringComparison.Ordinal);
    }

    private Task<LiveClient> LiveAsync(string token, string coop = "lindenhof") =>
        LiveClient.ConnectAsync(house, new { coop, authorization = "Bearer " + token });

    /// <summary>Renames until the subscription, which opens without a word, tells of it.</summary>
    private static async Task SeenAsync(LiveClient live, HttpClient admin, Person person)
    {
        var next = live.NextAsync();
        for (var i = 0; !next.IsCompleted; i++)
        {
            (await admin.AskAsync(Rename(person, $"Name{(char)('A' + i % 26)}"))).Data();
            await Task.WhenAny(next, Task.Delay(500));
        }

        Assert.Contains("member.renamed", (await next).ToString(), StringComparison.Ordinal);
    }

    /// <summary>The next thing that is heard is the end of the socket, before or after that of the subscription.</summary>
    private static async Task ExpectClosedAsync(LiveClient live)
    {
        var last = await live.NextAsync();
        if (last.Text("type") == "error")
        {
            last = await live.NextAsync();
        }

        Assert.Equal("closed", last.Text("type"));
        Assert.Equal(4403, last.GetProperty("code").GetInt32());
    }

    private static async Task EndRolesAsync(HttpClient admin, Guid memberId)
    {
        var id = NodeIds.Format("Member", memberId);
        var member = (await admin.AskAsync($$"""{ member(id: "{{id}}") { roleAssignments { id } } }""")).Data();
        foreach (var role in member.GetProperty("member").GetProperty("roleAssignments").EnumerateArray())
        {
            var ended = await admin.AskAsync(
                $$"""mutation { endRole(input: { roleAssignmentId: "{{role.Text(
                    "id"
                )}}", until: "2026-01-01" }) { errors { ... on Error { code message } } } }"""
            );
            Assert.Equal(
                System.Text.Json.JsonValueKind.Null,
                ended.Data().GetProperty("endRole").GetProperty("errors").ValueKind
            );
        }
    }

    private static string Rename(Person person, string name) =>
        $$"""
            mutation { renameMember(input: { memberId: "{{NodeIds.Format(
                "Member",
                person.MemberId
            )}}", givenName: "{{name}}", familyName: "Lund" }) { member { id } errors { ... on Error { code } } } }
            """;

    private static string Found(string slug, string email = "first@example.org") =>
        $$"""
            mutation { createCoop(input: {
              slug: "{{slug}}", name: "New House", timeZone: "Europe/Vienna", currency: "EUR", locale: "de-AT",
              adminGivenName: "Frida", adminFamilyName: "Erste", adminEmail: "{{email}}"
            }) { coop { slug name } errors { ... on Error { code message } } } }
            """;

    private async Task<HttpClient> ProgramAsync(Person person) =>
        house.Program((await house.TokensAsync(person)).Access);

    private async Task<HttpClient> ScriptAsync(Person person, object token)
    {
        var made = await (await house.SignedInAsync(person)).PostAsJsonAsync("/auth/tokens", token);
        return house.Program((await made.JsonAsync(200)).Text("token"));
    }

    private async Task<HttpClient> SuperuserAsync()
    {
        var superuser = new Person("super@example.org", IdentityHouse.Password, default, default);
        var signIn = new { superuser.Email, superuser.Password };
        // The first one here sets the password.
        if (!(await house.CreateClient().PostAsJsonAsync("/auth/token", signIn)).IsSuccessStatusCode)
        {
            var letter = await house.Mail.LetterToAsync(superuser.Email);
            var reset = new
            {
                email = superuser.Email,
                token = letter.Split("&token=")[1].Split(['\n', ' '])[0].Trim(),
                password = superuser.Password,
            };
            var answer = await house.CreateClient().PostAsJsonAsync("/auth/password/reset", reset);
            Assert.Equal(204, (int)answer.StatusCode);
        }

        return await ProgramAsync(superuser);
    }
}
