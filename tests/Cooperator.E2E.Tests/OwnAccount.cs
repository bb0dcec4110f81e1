using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>What a resident decides about the own account: who one is, where one is signed in, which programs act in one's name.</summary>
public sealed class OwnAccount(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    [Fact]
    public async Task A_resident_says_who_they_are_and_how_to_reach_them()
    {
        var resident = await NewResidentAsync("Perdita");
        var page = await OpenAsync("/", Phone);
        await SignInAsync(page, resident);
        await page.GotoAsync("/account/profile");
        await SettledAsync(page);

        await page.GetByLabel("Phone", new() { Exact = false }).First.FillAsync("+49 170 555 0101");
        await page.GetByLabel("Who sees the phone number").SelectOptionAsync("BOARD");
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })
            .Last.ClickAsync();
        await page.GetByText("Saved.").WaitForAsync();

        // The name of the account and the language of the house change at once.
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Perdita Nova");
        await page.GetByLabel("Language").SelectOptionAsync("de");
        await PressAsync(page, "Save");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Konto" }).WaitForAsync();
        await PhotographAsync(page, "german");
        await Accessibility.ExpectNothingAsync(page, "the profile");
        await ExpectNoSidewaysScrollingAsync(page, "the profile");

        // What was saved is what comes back.
        await page.ReloadAsync();
        await SettledAsync(page);
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Perdita Nova");
        await Assertions.Expect(page.Locator("input[type=tel]")).ToHaveValueAsync("+49 170 555 0101");
    }

    [Fact]
    public async Task A_device_that_is_signed_out_elsewhere_hears_nothing_more()
    {
        // arrange: signed in at two places, one of them watching the members
        var resident = await NewResidentAsync("Dorothea");
        var lost = await OpenAsync("/", Phone);
        await SignInAsync(lost, resident);
        await lost.GotoAsync("/c/lindenhof/members?search=Dorothea");
        await lost.GetByRole(AriaRole.Link, new() { Name = "Dorothea Neu" }).First.WaitForAsync();
        var page = await OpenAsync("/", Desktop);
        await SignInAsync(page, resident);
        await RenameAsync("Dorothea", "Alt");
        await lost.GetByRole(AriaRole.Link, new() { Name = "Dorothea Alt" }).First.WaitForAsync();

        // act
        await page.GotoAsync("/account/devices");
        await SettledAsync(page);
        await PhotographAsync(page, "devices");
        await Accessibility.ExpectNothingAsync(page, "the devices");
        var end = page.Locator(".entries li").Filter(new() { HasText = "Chrome" }).GetByRole(AriaRole.Button);
        while (await end.CountAsync() is > 0 and var before)
        {
            await end.First.ClickAsync();
            await SendAsync(page.GetByRole(AriaRole.Alertdialog), "Sign out");
            await Assertions.Expect(end).ToHaveCountAsync(before - 1);
        }

        // assert: though nothing happens there, the page shows nothing more and says why
        await lost.GetByText("Your session has ended.").WaitForAsync();
        await Assertions.Expect(lost.GetByText("Dorothea Alt")).ToHaveCountAsync(0);
        await PhotographAsync(lost, "signed-out");
        await Accessibility.ExpectNothingAsync(lost, "signing in after the session was ended elsewhere");
        await page.ReloadAsync();
        await page.GetByText("This device").WaitForAsync();
    }

    [Fact]
    public async Task A_tab_beside_which_somebody_else_has_signed_in_begins_anew()
    {
        // arrange: one person's tab sleeps with something typed in it, while another signs in to the same browser
        var slept = await OpenAsync("/", Desktop);
        await SignInAsync(slept, await NewResidentAsync("Walburga"));
        await slept.GotoAsync("/account/profile");
        await SettledAsync(slept);
        await slept.GetByLabel("Name", new() { Exact = true }).FillAsync("Only Walburga's");
        var other = await OpenAsync("/", Desktop);
        await SignInAsync(other, await NewResidentAsync("Kunibert"));
        await slept.Context.AddCookiesAsync(
            (await other.Context.CookiesAsync()).Select(cookie => new Microsoft.Playwright.Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                Expires = cookie.Expires,
                HttpOnly = cookie.HttpOnly,
                Secure = cookie.Secure,
                SameSite = cookie.SameSite,
            })
        );

        // act: it wakes up
        await slept.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");

        // assert: it is the other one's, with nothing of the first
        await Assertions.Expect(slept.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Kunibert");
        await slept.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await slept.GetByRole(AriaRole.Menu).GetByText("Kunibert", new() { Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task A_token_is_shown_once_works_for_a_program_and_is_revoked()
    {
        var resident = await NewResidentAsync("Tokessa");
        var page = await OpenAsync("/", Desktop);
        await SignInAsync(page, resident);
        await page.GotoAsync("/account/tokens");
        await SettledAsync(page);
        await PhotographAsync(page, "none");

        await PressAsync(page, "Create a token");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Calendar script");
        await page.GetByLabel("Good for").SelectOptionAsync("7");
        await PhotographAsync(page, "form");
        await Accessibility.ExpectNothingAsync(page, "the form of a token");
        await PressAsync(page, "Create a token");
        var token = await page.Locator("code.secret").InnerTextAsync();
        await PhotographAsync(page, "once");
        await Accessibility.ExpectNothingAsync(page, "a new token");
        await page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await ExpectNoSidewaysScrollingAsync(page, "a new token");
        await PhotographAsync(page, "once-phone");
        await PressAsync(page, "I have kept it");
        await Assertions.Expect(page.GetByText(token)).ToHaveCountAsync(0);

        // It reads, but may not write.
        var me = (await AskWithAsync(token, "{ me { account { email } member { id } } }"))
            .GetProperty("data")
            .GetProperty("me");
        Assert.Equal(resident.Email, me.GetProperty("account").GetProperty("email").GetString());
        var id = me.GetProperty("member").GetProperty("id").GetString();
        var written = await AskWithAsync(
            token,
            $$"""mutation { changeContactDetails(input: { memberId: "{{id}}", phone: "1" }) { member { id } } }"""
        );
        Assert.Contains("FORBIDDEN", written.ToString(), StringComparison.Ordinal);

        await page.ReloadAsync();
        await SettledAsync(page);
        await page.GetByText("Used").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke “Calendar script”" }).ClickAsync();
        await SendAsync(page.GetByRole(AriaRole.Alertdialog), "Revoke");
        await page.GetByText("No tokens yet").WaitForAsync();
        Assert.Contains(
            "TOKEN_INVALID",
            (await AskWithAsync(token, "{ me { account { email } } }")).ToString(),
            StringComparison.Ordinal
        );
    }

    private async Task RenameAsync(string givenName, string familyName)
    {
        var board = Cooperator.Account("lindenhof", "ADMIN");
        var found = await AskAsync(board, $$"""{ members(search: "{{givenName}}") { nodes { id } } }""");
        var id = found.GetProperty("members").GetProperty("nodes")[0].GetProperty("id").GetString();
        await AskAsync(
            board,
            $$"""mutation { renameMember(input: { memberId: "{{id}}", givenName: "{{givenName}}", familyName: "{{familyName}}" }) { member { id } } }"""
        );
    }

    private async Task<JsonElement> AskWithAsync(string token, string query)
    {
        using var client = new HttpClient { BaseAddress = Cooperator.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        client.DefaultRequestHeaders.Add("Cooperator-Coop", "lindenhof");
        var answer = await client.PostAsJsonAsync("/graphql", new { query });
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
