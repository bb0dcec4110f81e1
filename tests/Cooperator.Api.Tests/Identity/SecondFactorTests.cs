using System.Net.Http.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Identity;

public sealed class SecondFactorTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task It_is_not_asked_for_before_a_code_confirmed_it()
    {
        var person = await house.AddPersonAsync();
        var browser = await house.SignedInAsync(person);
        var setup = await (await browser.PostAsync("/auth/totp/setup", null)).JsonAsync(200);
        Assert.StartsWith("otpauth://totp/theCooperator", setup.Text("uri"), StringComparison.Ordinal);
        await (await ConfirmAsync(browser, "000000")).ProblemAsync(400, "WRONG_CODE");
        Assert.True((await SignInAsync(house.Browser(), person)).TryGetProperty("account", out _));
    }

    [Fact]
    public async Task A_code_is_good_for_one_sign_in()
    {
        var (person, secret, _) = await WithSecondFactorAsync();
        var browser = house.Browser();
        var first = await SignInAsync(browser, person);
        Assert.Equal(
            ["TOTP", "RECOVERY_CODE"],
            first.GetProperty("secondFactor").EnumerateArray().Select(f => f.GetString())
        );
        Assert.False(
            (await (await browser.GetAsync("/auth/session")).JsonAsync(200)).GetProperty("signedIn").GetBoolean()
        );

        var code = Authenticator.Code(secret, house.Clock.Now, steps: 1);
        await (await GiveAsync(browser, new { code })).JsonAsync(200);
        await (await browser.GetAsync("/auth/profile")).JsonAsync(200);

        var onlooker = house.Browser();
        await SignInAsync(onlooker, person);
        await (await GiveAsync(onlooker, new { code })).ProblemAsync(401, "WRONG_CODE");
    }

    [Fact]
    public async Task A_code_is_worth_nothing_after_a_later_one()
    {
        var (person, secret, _) = await WithSecondFactorAsync();
        var (earlier, later) = (
            Authenticator.Code(secret, house.Clock.Now, steps: 1),
            Authenticator.Code(secret, house.Clock.Now, steps: 2)
        );
        var program = house.CreateClient();
        await (await TokenAsync(program, person, later)).JsonAsync(200);

        await (await TokenAsync(program, person, earlier)).ProblemAsync(401, "WRONG_CREDENTIALS");
        await (await TokenAsync(program, person, later)).ProblemAsync(401, "WRONG_CREDENTIALS");
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once()
    {
        var (person, _, recoveryCodes) = await WithSecondFactorAsync();
        Assert.Equal(10, recoveryCodes.Distinct().Count());
        var browser = house.Browser();
        await SignInAsync(browser, person);
        await (await GiveAsync(browser, new { recoveryCode = recoveryCodes[3].ToLowerInvariant() })).JsonAsync(200);

        var again = house.Browser();
        await SignInAsync(again, person);
        await (await GiveAsync(again, new { recoveryCode = recoveryCodes[3] })).ProblemAsync(401, "WRONG_CODE");
        await (await GiveAsync(again, new { recoveryCode = recoveryCodes[4] })).JsonAsync(200);
    }

    [Fact]
    public async Task Of_several_uses_of_a_recovery_code_at_once_one_counts_and_the_others_are_written_down()
    {
        var (person, _, recoveryCodes) = await WithSecondFactorAsync();
        var browsers = Enumerable.Range(0, 4).Select(_ => house.Browser()).ToList();
        foreach (var browser in browsers)
        {
            await SignInAsync(browser, person);
        }

        var answers = await Task.WhenAll(browsers.Select(b => GiveAsync(b, new { recoveryCode = recoveryCodes[0] })));

        Assert.Equal([200, 401, 401, 401], answers.Select(a => (int)a.StatusCode).Order());
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CooperatorDbContext>();
        Assert.Equal(
            3,
            await db.SecurityLog.CountAsync(e =>
                e.AccountId == person.AccountId && e.Kind == SecurityEvent.SignInFailed
            )
        );
    }

    [Fact]
    public async Task A_change_that_comes_too_late_is_refused_and_nothing_of_it_lingers()
    {
        var person = await house.AddPersonAsync();
        await using var early = house.Services.CreateAsyncScope();
        await using var late = house.Services.CreateAsyncScope();
        var (first, second) = (
            early.ServiceProvider.GetRequiredService<UserManager<Account>>(),
            late.ServiceProvider.GetRequiredService<UserManager<Account>>()
        );
        var (here, there) = (await FindAsync(first), await FindAsync(second));
        here.Describe("Early", Language.De);
        there.Describe("Late", Language.De);

        Assert.True((await first.UpdateAsync(here)).Succeeded);
        var refused = await second.UpdateAsync(there);

        Assert.Equal(nameof(IdentityErrorDescriber.ConcurrencyFailure), Assert.Single(refused.Errors).Code);
        await late.ServiceProvider.GetRequiredService<CooperatorDbContext>().SaveChangesAsync();
        Assert.Equal("Early", (await FindAsync(second)).Name);

        async Task<Account> FindAsync(UserManager<Account> accounts) =>
            (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account_though_the_password_is_right()
    {
        var (person, _, _) = await WithSecondFactorAsync();
        for (var i = 0; i < Attempts.BeforeLock; i++)
        {
            var browser = house.Browser();
            await SignInAsync(browser, person);
            await (await GiveAsync(browser, new { code = "12345x" })).ProblemAsync(401, "WRONG_CODE");
        }

        var locked = await house.Browser().PostAsJsonAsync("/auth/sign-in", new { person.Email, person.Password });
        await locked.ProblemAsync(423, "LOCKED_OUT");
    }

    [Fact]
    public async Task It_must_follow_the_password_within_minutes()
    {
        var (person, secret, _) = await WithSecondFactorAsync();
        await (
            await GiveAsync(house.Browser(), new { code = Authenticator.Code(secret, house.Clock.Now, 1) })
        ).ProblemAsync(401, "SECOND_FACTOR_EXPIRED");
        var browser = house.Browser();
        await SignInAsync(browser, person);
        house.Clock.Now += TimeSpan.FromMinutes(5.1);
        await (await GiveAsync(browser, new { code = Authenticator.Code(secret, house.Clock.Now, 1) })).ProblemAsync(
            401,
            "SECOND_FACTOR_EXPIRED"
        );
    }

    [Fact]
    public async Task A_remembered_device_is_not_asked_again()
    {
        var (person, secret, _) = await WithSecondFactorAsync();
        var browser = house.Browser();
        await SignInAsync(browser, person);
        await (
            await GiveAsync(
                browser,
                new { code = Authenticator.Code(secret, house.Clock.Now, 1), rememberDevice = true }
            )
        ).JsonAsync(200);
        await browser.PostAsync("/auth/sign-out", null);
        Assert.True((await SignInAsync(browser, person)).TryGetProperty("account", out _));
        Assert.True((await SignInAsync(house.Browser(), person)).TryGetProperty("secondFactor", out _));
    }

    [Fact]
    public async Task Programs_send_it_with_the_password()
    {
        var (person, secret, _) = await WithSecondFactorAsync();
        var program = house.CreateClient();
        var without = await program.PostAsJsonAsync("/auth/token", new { person.Email, person.Password });
        await without.ProblemAsync(401, "SECOND_FACTOR_REQUIRED");
        await (await TokenAsync(program, person, "000000")).ProblemAsync(401, "WRONG_CREDENTIALS");
        await (await TokenAsync(program, person, Authenticator.Code(secret, house.Clock.Now, 1))).JsonAsync(200);
    }

    [Fact]
    public async Task Switching_it_off_and_new_recovery_codes_ask_for_the_password()
    {
        var (person, _, old) = await WithSecondFactorAsync();
        var browser = house.Browser();
        await SignInAsync(browser, person);
        await (await GiveAsync(browser, new { recoveryCode = old[0] })).JsonAsync(200);
        await (await browser.PostAsync("/auth/totp/setup", null)).ProblemAsync(409, "TOTP_ALREADY_ENABLED");

        var refused = await browser.PostAsJsonAsync("/auth/totp/recovery-codes", new { password = "wrong" });
        await refused.ProblemAsync(401, "WRONG_CREDENTIALS");
        var renewed = await browser.PostAsJsonAsync("/auth/totp/recovery-codes", new { person.Password });
        var codes = (await renewed.JsonAsync(200)).GetProperty("recoveryCodes");
        Assert.DoesNotContain(old[1], codes.EnumerateArray().Select(c => c.GetString()));

        var kept = await browser.PostAsJsonAsync("/auth/totp/disable", new { password = "wrong" });
        await kept.ProblemAsync(401, "WRONG_CREDENTIALS");
        await (await browser.PostAsJsonAsync("/auth/totp/disable", new { person.Password })).JsonAsync(204);
        Assert.True((await SignInAsync(house.Browser(), person)).TryGetProperty("account", out _));
        var none = await browser.PostAsJsonAsync("/auth/totp/recovery-codes", new { person.Password });
        await none.ProblemAsync(409, "TOTP_NOT_ENABLED");
    }

    private async Task<(Person Person, string Secret, string[] RecoveryCodes)> WithSecondFactorAsync()
    {
        var person = await house.AddPersonAsync();
        var browser = await house.SignedInAsync(person);
        var secret = (await (await browser.PostAsync("/auth/totp/setup", null)).JsonAsync(200)).Text("secret");
        var confirmed = await (await ConfirmAsync(browser, Authenticator.Code(secret, house.Clock.Now))).JsonAsync(200);
        var codes = confirmed.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!);
        return (person, secret, [.. codes]);
    }

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient browser, string code) =>
        browser.PostAsJsonAsync("/auth/totp/confirm", new { code });

    private static Task<HttpResponseMessage> GiveAsync(HttpClient browser, object factor) =>
        browser.PostAsJsonAsync("/auth/sign-in/second-factor", factor);

    private static Task<HttpResponseMessage> TokenAsync(HttpClient program, Person person, string totp) =>
        program.PostAsJsonAsync(
            "/auth/token",
            new
            {
                person.Email,
                person.Password,
                totp,
            }
        );

    private static async Task<System.Text.Json.JsonElement> SignInAsync(HttpClient browser, Person person) =>
        await (await browser.PostAsJsonAsync("/auth/sign-in", new { person.Email, person.Password })).JsonAsync(200);
}
