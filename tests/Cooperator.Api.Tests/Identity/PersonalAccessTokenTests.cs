using System.Net.Http.Json;
using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Tests.Identity;

public sealed class PersonalAccessTokenTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task It_is_shown_once_listed_without_its_secret_and_revoked()
    {
        var browser = await house.SignedInAsync(await house.AddPersonAsync());
        var made = await CreateAsync(
            browser,
            new
            {
                name = "backup",
                scopes = new[] { "read" },
                coop = "lindenhof",
                expiresInDays = 30,
            }
        );
        var token = (await made.JsonAsync(200)).Text("token");
        Assert.StartsWith("coop_pat_", token, StringComparison.Ordinal);
        var script = house.Program(token);
        await (await script.GetAsync("/auth/session")).JsonAsync(200);

        var listed = Assert.Single((await (await browser.GetAsync("/auth/tokens")).JsonAsync(200)).EnumerateArray());
        Assert.DoesNotContain(token, listed.ToString(), StringComparison.Ordinal);
        Assert.Equal("lindenhof", listed.Text("coop"));
        Assert.Equal(
            house.Clock.Now,
            listed.GetProperty("lastUsedAt").GetDateTimeOffset(),
            TimeSpan.FromMilliseconds(1)
        );

        Assert.Equal(204, (int)(await browser.DeleteAsync($"/auth/tokens/{listed.Text("id")}")).StatusCode);
        await (await script.GetAsync("/auth/profile")).ProblemAsync(401, "TOKEN_INVALID");
        await (await browser.DeleteAsync($"/auth/tokens/{listed.Text("id")}")).ProblemAsync(404, "TOKEN_NOT_FOUND");
    }

    [Fact]
    public async Task It_ends_on_its_day()
    {
        var browser = await house.SignedInAsync(await house.AddPersonAsync());
        var made = await CreateAsync(
            browser,
            new
            {
                name = "short",
                scopes = new[] { "read" },
                expiresInDays = 1,
            }
        );
        var script = house.Program((await made.JsonAsync(200)).Text("token"));
        Assert.True(
            (await (await script.GetAsync("/auth/session")).JsonAsync(200)).GetProperty("signedIn").GetBoolean()
        );
        house.Clock.Now += TimeSpan.FromDays(1.01);
        Assert.False(
            (await (await script.GetAsync("/auth/session")).JsonAsync(200)).GetProperty("signedIn").GetBoolean()
        );
    }

    [Fact]
    public async Task It_can_not_touch_the_account_itself()
    {
        var browser = await house.SignedInAsync(await house.AddPersonAsync());
        var made = await CreateAsync(
            browser,
            new
            {
                name = "all",
                scopes = new[] { "read", "write" },
                expiresInDays = 1,
            }
        );
        var script = house.Program((await made.JsonAsync(200)).Text("token"));
        await (await script.GetAsync("/auth/tokens")).ProblemAsync(403, "FORBIDDEN");
        await (await script.PostAsync("/auth/totp/setup", null)).ProblemAsync(403, "FORBIDDEN");
        var password = await script.PostAsJsonAsync("/auth/password/change", new { current = "x", next = "y" });
        await password.ProblemAsync(403, "FORBIDDEN");
    }

    [Fact]
    public async Task One_of_a_single_co_op_knows_no_other()
    {
        var person = await house.AddPersonAsync();
        await house.AddMemberAsync(house.Seestrasse, "Too", Role.Resident, person.AccountId);
        var browser = await house.SignedInAsync(person);
        var made = await CreateAsync(
            browser,
            new
            {
                name = "one",
                scopes = new[] { "read" },
                coop = "seestrasse",
                expiresInDays = 1,
            }
        );
        var session = await (
            await house.Program((await made.JsonAsync(200)).Text("token")).GetAsync("/auth/session")
        ).JsonAsync(200);
        Assert.Equal(["seestrasse"], session.GetProperty("coops").EnumerateArray().Select(c => c.Text("slug")));
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var browser = await house.SignedInAsync(await house.AddPersonAsync());
        var refused = await CreateAsync(
            browser,
            new
            {
                name = "",
                scopes = new[] { "admin" },
                coop = "seestrasse",
                expiresInDays = 0,
            }
        );
        var problem = await refused.ProblemAsync(400, "INVALID_INPUT");
        Assert.Equal(
            ["name:REQUIRED", "coop:NOT_FOUND", "scopes:INVALID_SCOPE", "expiresInDays:OUT_OF_RANGE"],
            problem.Faults()
        );
    }

    private static Task<HttpResponseMessage> CreateAsync(HttpClient browser, object token) =>
        browser.PostAsJsonAsync("/auth/tokens", token);
}
