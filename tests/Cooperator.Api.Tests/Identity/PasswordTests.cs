using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Tests.Identity;

public sealed partial class PasswordTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    private const string Next = "a whole new sentence";

    [Fact]
    public async Task Changing_it_asks_for_the_old_one_and_ends_the_other_sessions()
    {
        var person = await house.AddPersonAsync();
        var here = await house.SignedInAsync(person);
        var there = await house.SignedInAsync(person);
        var tokens = await house.TokensAsync(person);
        await (await ChangeAsync(here, "wrong", Next)).ProblemAsync(401, "WRONG_CREDENTIALS");
        var weak = await (await ChangeAsync(here, person.Password, "passwort123")).ProblemAsync(400, "INVALID_INPUT");
        Assert.Equal(["next:PASSWORD_TOO_COMMON"], weak.Faults());

        await (await ChangeAsync(here, person.Password, Next)).JsonAsync(204);
        await (await here.GetAsync("/auth/profile")).JsonAsync(200);
        await (await there.GetAsync("/auth/profile")).ProblemAsync(401, "UNAUTHENTICATED");
        await (await house.Program(tokens.Access).GetAsync("/auth/profile")).ProblemAsync(401, "TOKEN_INVALID");
        await house.SignedInAsync(person with { Password = Next });
        Assert.Contains("Passwort", await house.Mail.LetterToAsync(person.Email), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailed_link_resets_it_once_and_ends_every_session()
    {
        var person = await house.AddPersonAsync();
        var browser = await house.SignedInAsync(person);
        var token = await LinkAsync(person.Email);
        var weak = await ResetAsync(person.Email, token, "short");
        Assert.Equal(["password:PASSWORD_TOO_SHORT"], (await weak.ProblemAsync(400, "INVALID_INPUT")).Faults());

        await (await ResetAsync(person.Email, token, Next)).JsonAsync(204);
        await (await browser.GetAsync("/auth/profile")).ProblemAsync(401, "UNAUTHENTICATED");
        await house.SignedInAsync(person with { Password = Next });
        await (await ResetAsync(person.Email, token, Next)).ProblemAsync(400, "RESET_TOKEN_INVALID");
    }

    [Fact]
    public async Task Two_uses_of_a_link_at_the_same_moment_reset_once()
    {
        var person = await house.AddPersonAsync();
        var token = await LinkAsync(person.Email);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => ResetAsync(person.Email, token, $"{Next} {i}"))
        );
        Assert.Single(answers, a => (int)a.StatusCode == 204);
        Assert.Equal(3, answers.Count(a => (int)a.StatusCode == 400));
    }

    [Fact]
    public async Task A_link_ends_after_an_hour_and_is_of_no_use_to_anybody_else()
    {
        var person = await house.AddPersonAsync();
        var other = await house.AddPersonAsync();
        var token = await LinkAsync(person.Email);
        await (await ResetAsync(other.Email, token, Next)).ProblemAsync(400, "RESET_TOKEN_INVALID");
        house.Clock.Now += TimeSpan.FromMinutes(61);
        await (await ResetAsync(person.Email, token, Next)).ProblemAsync(400, "RESET_TOKEN_INVALID");
    }

    [Fact]
    public async Task Who_asks_for_links_again_and_again_neither_floods_the_person_nor_ends_their_link()
    {
        var person = await house.AddPersonAsync();
        var next = await house.AddPersonAsync();
        var first = await LinkAsync(person.Email);
        for (var i = 1; i < 20; i++)
        {
            Assert.Equal(202, (int)(await ForgotAsync(person.Email)).StatusCode);
        }

        // Requests are worked off one after another: when this one has its letter, all others have theirs.
        await LinkAsync(next.Email);
        var last = Token().Match(await house.Mail.LetterToAsync(person.Email, 3)).Groups["token"].Value;
        await (await ResetAsync(person.Email, first, Next)).JsonAsync(204);
        await (await ResetAsync(person.Email, last, Next)).ProblemAsync(400, "RESET_TOKEN_INVALID");
        await house.Mail.LetterToAsync(person.Email, 4);
        Assert.Equal(3, house.Mail.Count(person.Email, "token="));

        house.Clock.Now += TimeSpan.FromMinutes(15.1);
        await LinkAsync(person.Email, letters: 5);
    }

    [Fact]
    public async Task A_reset_opens_a_locked_account()
    {
        var person = await house.AddPersonAsync();
        for (var i = 0; i < Attempts.BeforeLock; i++)
        {
            await house.Browser().PostAsJsonAsync("/auth/sign-in", new { person.Email, password = "wrong" });
        }

        await (await ResetAsync(person.Email, await LinkAsync(person.Email), Next)).JsonAsync(204);
        await house.SignedInAsync(person with { Password = Next });
    }

    [Fact]
    public async Task Asking_for_a_link_does_not_tell_who_has_an_account()
    {
        var known = await house.AddPersonAsync();
        Assert.Equal(202, (int)(await ForgotAsync("nobody@example.org")).StatusCode);
        Assert.Equal(202, (int)(await ForgotAsync(known.Email)).StatusCode);
        await house.Mail.LetterToAsync(known.Email);
        Assert.Equal(0, house.Mail.Count("nobody@example.org"));
    }

    [Fact]
    public async Task Without_the_link_a_reset_does_not_tell_what_somebody_is_called()
    {
        var known = await house.AddPersonAsync();
        var name = known.Email.Split('@')[0];

        await (await ResetAsync(known.Email, "none", name + "xyz")).ProblemAsync(400, "RESET_TOKEN_INVALID");
        await (await ResetAsync("nobody@example.org", "none", name + "xyz")).ProblemAsync(400, "RESET_TOKEN_INVALID");
        await (await ResetAsync(known.Email, await LinkAsync(known.Email), name + "xyz")).ProblemAsync(
            400,
            "INVALID_INPUT"
        );
    }

    [Theory]
    [InlineData("too short", "PASSWORD_TOO_SHORT")]
    [InlineData("Passwort123", "PASSWORD_TOO_COMMON")]
    [InlineData("P@ssw0rd2026!", "PASSWORD_TOO_COMMON")]
    [InlineData("1234567890", "PASSWORD_TOO_COMMON")]
    [InlineData("qwertzuiop", "PASSWORD_TOO_COMMON")]
    [InlineData("aaaaaaaaaaaa", "PASSWORD_TOO_COMMON")]
    [InlineData("verena-brandt", "PASSWORD_NAMES_YOU")]
    [InlineData("verena.b@example.org", "PASSWORD_NAMES_YOU")]
    [InlineData("Brandt1987!", "PASSWORD_NAMES_YOU")]
    [InlineData("the brandts water their tomatoes", null)]
    [InlineData("correct horse battery", null)]
    [InlineData("пароль для дома 7", null)]
    public void Passwords_are_long_uncommon_and_not_ones_own_name(string password, string? code) =>
        Assert.Equal(code, PasswordRules.Fault(password, "Verena Brandt", "verena.b@example.org")?.Code);

    private async Task<string> LinkAsync(string email, int letters = 1)
    {
        await ForgotAsync(email);
        return Token().Match(await house.Mail.LetterToAsync(email, letters)).Groups["token"].Value;
    }

    private Task<HttpResponseMessage> ForgotAsync(string email) =>
        house.CreateClient().PostAsJsonAsync("/auth/password/forgot", new { email });

    private Task<HttpResponseMessage> ResetAsync(string email, string token, string password) =>
        house
            .CreateClient()
            .PostAsJsonAsync(
                "/auth/password/reset",
                new
                {
                    email,
                    token,
                    password,
                }
            );

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string current, string next) =>
        browser.PostAsJsonAsync("/auth/password/change", new { current, next });

    [GeneratedRegex("token=(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
