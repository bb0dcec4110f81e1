using System.Text.RegularExpressions;
using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>A day of a duty goes from one to another, before the eyes of both.</summary>
public sealed partial class SwappingDuties(RunningCooperator cooperator, Chromium chromium)
    : Journey(cooperator, chromium)
{
    private const string Duties = "/c/seestrasse/tasks/duties";

    private DemoAccount Admin => Cooperator.Account("seestrasse", "ADMIN");

    private DemoAccount Resident => Cooperator.Account("seestrasse", "RESIDENT");

    [Fact]
    public async Task What_a_resident_offers_on_a_phone_another_accepts()
    {
        await CreateDutyAsync("Sweep the quay");
        var mine = await OpenAsync("/", Phone);
        await SignInAsync(mine, Resident);
        var theirs = await OpenAsync("/", Desktop);
        await SignInAsync(theirs, Admin);
        await mine.GotoAsync(Duties);
        await theirs.GotoAsync(Duties);
        await SettledAsync(mine);
        await SettledAsync(theirs);

        // Offered to everybody, with a word why.
        await Button(mine, "Offer “Sweep the quay”").TapAsync();
        var form = mine.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Note").FillAsync("I am at sea");
        await PhotographAsync(mine, "form");
        await Accessibility.ExpectNothingAsync(mine, "the form of an offer");
        await SendAsync(form, "Offer");
        await Button(mine, "Take back the offer of “Sweep the quay”").WaitForAsync();
        await PhotographAsync(mine, "offered");
        await ExpectNoSidewaysScrollingAsync(mine, "the duties");

        // The other sees the offer come, and accepts it.
        await Button(theirs, "Accept “Sweep the quay”").ClickAsync();
        await IsDone(theirs).WaitForAsync();
        await PhotographAsync(theirs, "accepted");

        // It leaves the phone by itself.
        await Assertions
            .Expect(Region(mine, "My duties").GetByRole(AriaRole.Link, new() { Name = "Sweep the quay" }))
            .ToHaveCountAsync(0);
        await Assertions.Expect(Region(mine, "Offers").GetByText("Sweep the quay")).ToHaveCountAsync(0);
        await PhotographAsync(mine, "gone");

        // Who has it now does it.
        await IsDone(theirs).ClickAsync();
        await Region(theirs, "My duties").GetByText("Done", new() { Exact = true }).WaitForAsync();
        await PhotographAsync(theirs, "done");
    }

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name });

    private static ILocator IsDone(IPage page) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { NameRegex = DoneButton() });

    [GeneratedRegex("^“Sweep the quay” on .* is done$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DoneButton();

    private static ILocator Region(IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name });

    /// <summary>A duty that is due once, tomorrow, and is the resident's turn.</summary>
    private async Task CreateDutyAsync(string title)
    {
        var me = await AskAsync(Resident, "{ me { member { id } } }");
        var id = me.GetProperty("me").GetProperty("member").GetProperty("id").GetString();
        var day = DateTime.Today.AddDays(1).ToString("yyyy-MM-dd");
        await AskAsync(
            Admin,
            $$"""
            mutation {
              createDuty(input: { title: "{{title}}", rule: "FREQ=DAILY;COUNT=1", firstOn: "{{day}}", memberIds: ["{{id}}"] }) {
                duty { id }
              }
            }
            """
        );
    }
}
