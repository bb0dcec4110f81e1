using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>A board member's day without a mouse: every step by keys alone, and always visible where one is.</summary>
public sealed class ByKeyboard(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    private const int MostSteps = 80;

    [Fact]
    public async Task A_board_does_its_work_without_a_mouse()
    {
        // arrange: a free unit and somebody to move in
        var account = Cooperator.Account("seestrasse", "ADMIN");
        var buildings = await AskAsync(account, "{ buildings { id } }");
        var building = buildings.GetProperty("buildings")[0].GetProperty("id").GetString();
        await AskAsync(
            account,
            $$"""mutation { addUnit(input: { buildingId: "{{building}}", number: "77", type: ROOM }) { unit { id } } }"""
        );
        await AskAsync(
            account,
            """mutation { addMember(input: { givenName: "Tilda", familyName: "Tastatur", joinedOn: "2026-01-01" }) { member { id } } }"""
        );

        await SpeakAsync(account, "EN");

        // Sign in.
        var page = await OpenAsync("/", Desktop);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
        await ReachAsync(page, page.GetByLabel("E-mail"));
        await page.Keyboard.TypeAsync(account.Email);
        await ReachAsync(page, page.GetByLabel("Password", new() { Exact = true }));
        await page.Keyboard.TypeAsync(account.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Navigation).First.WaitForAsync();

        // Find a member, through the navigation and the list's search.
        await FollowAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Members" }).First);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Members" }).WaitForAsync();
        await SettledAsync(page);
        await ReachAsync(page, page.GetByRole(AriaRole.Search).GetByLabel("Search"));
        await page.Keyboard.TypeAsync("Tastatur");
        await page.GetByText("1 person").WaitForAsync();
        await FollowAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Tilda Tastatur" }));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Tilda Tastatur" }).WaitForAsync();

        // Change how she is reached; afterwards one is back where one was.
        var change = page.GetByRole(AriaRole.Button, new() { Name = "Change contact details" });
        await FollowAsync(page, change);
        var form = page.GetByRole(AriaRole.Dialog);
        await HasTheFocusAsync(form);
        await ReachAsync(page, form.GetByLabel("Phone", new() { Exact = false }).First);
        await page.Keyboard.TypeAsync("+49 30 7654321");
        await PhotographAsync(page, "form");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "+49 30 7654321" }).WaitForAsync();
        await Assertions.Expect(change).ToBeFocusedAsync();

        // Jump to the unit and let her move in.
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("77");
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "77" }).First.WaitForAsync();
        await PhotographAsync(page, "palette");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "77, Seehaus" }).WaitForAsync();
        await FollowAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Move in" }));
        await HasTheFocusAsync(form);
        await ReachAsync(page, form.GetByRole(AriaRole.Radio).First);
        await page.Keyboard.PressAsync("ArrowDown");
        await ReachAsync(page, form.GetByLabel("Member", new() { Exact = true }));
        await page.Keyboard.TypeAsync("Tastatur");
        await page.GetByRole(AriaRole.Option, new() { Name = "Tilda Tastatur" }).WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(form.GetByLabel("Member", new() { Exact = true })).ToHaveValueAsync("Tilda Tastatur");
        await FollowAsync(page, form.GetByRole(AriaRole.Button, new() { Name = "Move in" }));
        await page.GetByRole(AriaRole.Link, new() { Name = "Tilda Tastatur" }).First.WaitForAsync();
        await PhotographAsync(page, "moved-in");

        // Sign out.
        await FollowAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Your account" }));
        await page.GetByRole(AriaRole.Menu).WaitForAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
    }

    private static async Task FollowAsync(IPage page, ILocator target)
    {
        await ReachAsync(page, target);
        await page.Keyboard.PressAsync("Enter");
    }

    // What is typed before goes elsewhere.
    private static Task HasTheFocusAsync(ILocator dialog) =>
        Assertions.Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);

    /// <summary>Goes on by Tab until the focus is there, as a person would, and sees that it shows.</summary>
    private static async Task ReachAsync(IPage page, ILocator target)
    {
        await target.WaitForAsync();
        for (var step = 0; step < MostSteps; step++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                Assert.True(
                    await target.EvaluateAsync<bool>(Shows),
                    $"The focus does not show on {await target.EvaluateAsync<string>("element => element.outerHTML")}"
                );
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"No key leads to {target}.");
    }

    // A ring around it, or around what stands for it.
    private const string Shows = """
        element => {
          const ring = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
          return ring(getComputedStyle(element))
            || ring(getComputedStyle(element, '::before'))
            || getComputedStyle(element).boxShadow !== 'none';
        }
        """;
}
