using System.Net.Http.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Tests.Identity;

public sealed class SignInTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task A_session_says_who_is_signed_in_and_where()
    {
        var person = await house.AddPersonAsync(Role.Admin);
        await house.AddMemberAsync(house.Seestrasse, "Too", Role.Observer, person.AccountId);
        var browser = house.Browser();
        Assert.False(
            (await (await browser.GetAsync("/auth/session")).JsonAsync(200)).GetProperty("signedIn").GetBoolean()
        );

        var answer = await browser.PostAsJsonAsync("/auth/sign-in", new { person.Email, person.Password });
        var session = await answer.JsonAsync(200);
        Assert.True(session.GetProperty("signedIn").GetBoolean());
        Assert.Equal(person.Email, session.GetProperty("account").Text("email"));
        Assert.Equal("DE", session.GetProperty("account").Text("language"));
        Assert.Equal(
            ["lindenhof:ADMIN", "seestrasse:OBSERVER"],
            session.GetProperty("coops").EnumerateArray().Select(c => $"{c.Text("slug")}:{c.GetProperty("roles")[0]}")
        );
        Assert.Equal(
            session.GetProperty("coops").ToString(),
            (await (await browser.GetAsync("/auth/session")).JsonAsync(200)).GetProperty("coops").ToString()
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_outlives_the_window_only_when_asked(bool remember)
    {
        var person = await house.AddPersonAsync();
        var answer = await house
            .Browser()
            .PostAsJsonAsync(
                "/auth/sign-in",
                new
                {
                    person.Email,
                    person.Password,
                    remember,
                }
            );
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("cooperator=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(remember, cookie.Contains("expires=", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var person = await house.AddPersonAsync();
        var wrong = await house.Browser().PostAsJsonAsync("/auth/sign-in", new { person.Email, password = "wrong" });
        var unknown = await house
            .Browser()
            .PostAsJsonAsync("/auth/sign-in", new { email = "nobody@example.org", password = "wrong" });
        var first = await wrong.ProblemAsync(401, "WRONG_CREDENTIALS");
        var second = await unknown.ProblemAsync(401, "WRONG_CREDENTIALS");
        Assert.Equal(first.Text("title"), second.Text("title"));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_a_while_and_longer_each_time()
    {
        var person = await house.AddPersonAsync();
        var browser = house.Browser();
        for (var i = 0; i < Attempts.BeforeLock; i++)
        {
            await (await GuessAsync(browser, person, "wrong")).ProblemAsync(401, "WRONG_CREDENTIALS");
        }

        var locked = await (await GuessAsync(browser, person, person.Password)).ProblemAsync(423, "LOCKED_OUT");
        Assert.Equal(
            house.Clock.Now.AddMinutes(1),
            locked.GetProperty("until").GetDateTimeOffset(),
            TimeSpan.FromSeconds(1)
        );

        house.Clock.Now += TimeSpan.FromMinutes(1.1);
        await (await GuessAsync(browser, person, "wrong")).ProblemAsync(401, "WRONG_CREDENTIALS");
        var again = await (await GuessAsync(browser, person, person.Password)).ProblemAsync(423, "LOCKED_OUT");
        Assert.Equal(
            house.Clock.Now.AddMinutes(5),
            again.GetProperty("until").GetDateTimeOffset(),
            TimeSpan.FromSeconds(1)
        );

        house.Clock.Now += TimeSpan.FromMinutes(5.1);
        await (await GuessAsync(browser, person, person.Password)).JsonAsync(200);
        await (await GuessAsync(browser, person, "wrong")).ProblemAsync(401, "WRONG_CREDENTIALS");
        await (await GuessAsync(browser, person, person.Password)).JsonAsync(200);
    }

    [Fact]
    public async Task An_address_nobody_has_is_locked_as_one_that_somebody_has()
    {
        var nobody = new Person("nobody.at.all@example.org", "", Guid.Empty, Guid.Empty);
        var browser = house.Browser();
        for (var i = 0; i < Attempts.BeforeLock; i++)
        {
            await (await GuessAsync(browser, nobody, "wrong")).ProblemAsync(401, "WRONG_CREDENTIALS");
        }

        var locked = await (await GuessAsync(browser, nobody, "wrong")).ProblemAsync(423, "LOCKED_OUT");
        Assert.Equal(
            house.Clock.Now.AddMinutes(1),
            locked.GetProperty("until").GetDateTimeOffset(),
            TimeSpan.FromSeconds(1)
        );

        house.Clock.Now += TimeSpan.FromMinutes(1.1);
        await (await GuessAsync(browser, nobody, "wrong")).ProblemAsync(401, "WRONG_CREDENTIALS");
        await (await GuessAsync(browser, nobody, "wrong")).ProblemAsync(423, "LOCKED_OUT");
    }

    [Theory]
    [InlineData("/auth/sign-in")]
    [InlineData("/auth/token")]
    public async Task A_space_behind_an_address_tells_nothing_of_who_has_it(string path)
    {
        var known = (await house.AddPersonAsync()).Email;
        Assert.Equal(await StatusesAsync(known), await StatusesAsync($"nobody-{known}"));

        async Task<int[]> StatusesAsync(string email)
        {
            var statuses = new List<int>();
            foreach (var typed in Enumerable.Repeat(email + " ", Attempts.BeforeLock).Append(email))
            {
                var guess = new { email = typed, password = "wrong" };
                statuses.Add((int)(await house.Browser().PostAsJsonAsync(path, guess)).StatusCode);
            }

            Assert.Equal(423, statuses[^1]);
            return [.. statuses];
        }
    }

    [Fact]
    public async Task Many_guesses_at_once_get_no_more_tries_than_one_after_the_other()
    {
        var person = await house.AddPersonAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(i => GuessAsync(house.Browser(), person, $"wrong {i}"))
        );
        Assert.Equal(Attempts.BeforeLock, answers.Count(a => (int)a.StatusCode == 401));
        Assert.Equal(24 - Attempts.BeforeLock, answers.Count(a => (int)a.StatusCode == 423));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        var person = await house.AddPersonAsync();
        var browser = house.Browser();
        var answer = await browser.PostAsJsonAsync("/auth/sign-in", new { person.Email, person.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        Assert.Equal(204, (int)(await browser.PostAsync("/auth/sign-out", null)).StatusCode);

        var thief = house.CreateClient(new() { HandleCookies = false });
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.False(
            (await (await thief.GetAsync("/auth/session")).JsonAsync(200)).GetProperty("signedIn").GetBoolean()
        );
    }

    [Fact]
    public async Task A_request_that_relies_on_the_cookie_needs_the_header_no_form_can_send()
    {
        var browser = await house.SignedInAsync(await house.AddPersonAsync());
        browser.DefaultRequestHeaders.Remove("Cooperator-Client");
        await (await browser.PostAsync("/auth/sign-out", null)).ProblemAsync(403, "CSRF_HEADER_MISSING");
        await (await browser.DeleteAsync("/auth/sessions")).ProblemAsync(403, "CSRF_HEADER_MISSING");
        await (await browser.GetAsync("/auth/profile")).JsonAsync(200);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_and_lives_on_when_it_is()
    {
        var browser = await house.SignedInAsync(await house.AddPersonAsync());
        house.Clock.Now += TimeSpan.FromHours(11);
        await (await browser.GetAsync("/auth/profile")).JsonAsync(200);
        house.Clock.Now += TimeSpan.FromHours(11);
        await (await browser.GetAsync("/auth/profile")).JsonAsync(200);
        house.Clock.Now += TimeSpan.FromHours(13);
        await (await browser.GetAsync("/auth/profile")).ProblemAsync(401, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_or_all_others()
    {
        var person = await house.AddPersonAsync();
        var here = await house.SignedInAsync(person);
        var there = await house.SignedInAsync(person);
        var elsewhere = await house.SignedInAsync(person);
        var list = (await (await here.GetAsync("/auth/sessions")).JsonAsync(200)).EnumerateArray().ToList();
        Assert.Equal(3, list.Count);
        Assert.Single(list, s => s.GetProperty("current").GetBoolean());

        var other = (await (await there.GetAsync("/auth/sessions")).JsonAsync(200))
            .EnumerateArray()
            .Single(s => s.GetProperty("current").GetBoolean())
            .Text("id");
        Assert.Equal(204, (int)(await here.DeleteAsync($"/auth/sessions/{other}")).StatusCode);
        await (await there.GetAsync("/auth/profile")).ProblemAsync(401, "UNAUTHENTICATED");
        await (await here.DeleteAsync($"/auth/sessions/{other}")).ProblemAsync(404, "SESSION_NOT_FOUND");

        Assert.Equal(204, (int)(await here.DeleteAsync("/auth/sessions")).StatusCode);
        await (await elsewhere.GetAsync("/auth/profile")).ProblemAsync(401, "UNAUTHENTICATED");
        await (await here.GetAsync("/auth/profile")).JsonAsync(200);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var victim = await house.SignedInAsync(await house.AddPersonAsync());
        var id = (await (await victim.GetAsync("/auth/sessions")).JsonAsync(200))[0].Text("id");
        var other = await house.SignedInAsync(await house.AddPersonAsync());
        await (await other.DeleteAsync($"/auth/sessions/{id}")).ProblemAsync(404, "SESSION_NOT_FOUND");
        await (await victim.GetAsync("/auth/profile")).JsonAsync(200);
    }

    [Fact]
    public async Task The_profile_changes_name_and_language()
    {
        var browser = await house.SignedInAsync(await house.AddPersonAsync());
        var changed = await browser.PatchAsJsonAsync("/auth/profile", new { name = " Ayşe Öz ", language = "FR" });
        Assert.Equal("Ayşe Öz", (await changed.JsonAsync(200)).Text("name"));
        var session = await (await browser.GetAsync("/auth/session")).JsonAsync(200);
        Assert.Equal("FR", session.GetProperty("account").Text("language"));

        var refused = await browser.PatchAsJsonAsync("/auth/profile", new { name = " " });
        Assert.Equal(["name:REQUIRED"], (await refused.ProblemAsync(400, "INVALID_INPUT")).Faults());
    }

    [Theory]
    [InlineData("GET", "/auth/profile")]
    [InlineData("GET", "/auth/sessions")]
    [InlineData("GET", "/auth/tokens")]
    [InlineData("GET", "/auth/passkeys")]
    [InlineData("POST", "/auth/passkeys/options")]
    [InlineData("POST", "/auth/totp/setup")]
    [InlineData("DELETE", "/auth/sessions")]
    public async Task Who_is_not_signed_in_is_told_so(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        await (await house.Browser().SendAsync(request)).ProblemAsync(401, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task The_superuser_of_the_settings_gets_an_account_and_a_link_once()
    {
        var letter = await house.Mail.LetterToAsync("super@example.org");
        Assert.Contains("/reset-password?email=super%40example.org&token=", letter, StringComparison.Ordinal);

        await using var secondStart = house.WithWebHostBuilder(_ => { });
        await secondStart.CreateClient().GetAsync("/auth/session");
        Assert.Equal(1, house.Mail.Count("super@example.org"));
    }

    private static Task<HttpResponseMessage> GuessAsync(HttpClient browser, Person person, string password) =>
        browser.PostAsJsonAsync("/auth/sign-in", new { person.Email, password });
}
