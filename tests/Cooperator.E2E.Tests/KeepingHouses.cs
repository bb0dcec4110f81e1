using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>The board enters what the co-op has, and puts right what was entered wrongly.</summary>
public sealed class KeepingHouses(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    [Fact]
    public async Task A_board_keeps_its_buildings_and_units()
    {
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, Cooperator.Account("seestrasse", "ADMIN"));
        await board.GotoAsync("/c/seestrasse/units");
        await SettledAsync(board);

        // A building, whose name was not quite right.
        await PressAsync(board, "Add a building");
        var form = board.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Name").FillAsync("Bootshaus");
        await form.GetByLabel("Address").FillAsync("Seestraße 9, 13353 Berlin");
        await PhotographAsync(board, "building");
        await Accessibility.ExpectNothingAsync(board, "the form of a building");
        await SendAsync(form, "Add a building");
        await board.GetByText("No units in this building yet.").WaitForAsync();
        await PressAsync(board, "Change Bootshaus");
        await form.GetByLabel("Name").FillAsync("Bootshaus am See");
        await SendAsync(form, "Save");
        await board.GetByRole(AriaRole.Heading, new() { Name = "Bootshaus am See" }).WaitForAsync();
        await PhotographAsync(board, "list");

        // A unit in it; what is not possible is said beside its field, and nothing typed is lost.
        await PressAsync(board, "Add a unit to Bootshaus am See");
        await form.GetByLabel("Number").FillAsync("8");
        await form.GetByLabel("Floor").FillAsync("999");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a unit" }).ClickAsync();
        await form.GetByText("Please enter 200 or less.").WaitForAsync();
        await PhotographAsync(board, "fault");
        await form.GetByLabel("Floor").FillAsync("1");
        await SendAsync(form, "Add a unit");
        await board.GetByRole(AriaRole.Heading, new() { Name = "8, Bootshaus am See" }).WaitForAsync();
        await PressAsync(board, "Change the facts");
        await form.GetByLabel("Size in m²").FillAsync("47.5");
        await form.GetByLabel("Type").SelectOptionAsync("ROOM");
        await SendAsync(form, "Save");
        await board.GetByText("47.5 m²").WaitForAsync();
        await PhotographAsync(board, "unit");

        // It was all a mistake.
        await PressAsync(board, "Remove this unit");
        await PhotographAsync(board, "sure");
        await SendAsync(board.GetByRole(AriaRole.Alertdialog), "Remove this unit");
        await board.GetByText("No units in this building yet.").WaitForAsync();
        await PressAsync(board, "Remove Bootshaus am See");
        await SendAsync(board.GetByRole(AriaRole.Alertdialog), "Remove this building");
        await Assertions
            .Expect(board.GetByRole(AriaRole.Heading, new() { Name = "Bootshaus am See" }))
            .ToHaveCountAsync(0);
        await board.GotoAsync("/c/seestrasse");
        await board.GetByText("Building Bootshaus am See was removed").WaitForAsync();
    }

    [Fact]
    public async Task A_board_corrects_an_entry_and_looks_back_before_the_correction()
    {
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, Cooperator.Account("seestrasse", "ADMIN"));
        await board.GotoAsync("/c/seestrasse/units");
        await board.GetByRole(AriaRole.Link, new() { Name = "3", Exact = true }).ClickAsync();
        await SettledAsync(board);

        // The flat became free a month earlier than it says.
        await PressAsync(board, "Correct the entry of Leon Hartmann");
        var form = board.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Until").FillAsync("2025-04-30");
        await form.GetByLabel("As", new() { Exact = true }).SelectOptionAsync("SUBTENANT");
        await PhotographAsync(board, "form");
        await Accessibility.ExpectNothingAsync(board, "the form of a correction");
        await SendAsync(form, "Save the correction");
        await board.GetByText("Subtenant").First.WaitForAsync();
        await PhotographAsync(board, "corrected");

        // Who lived there in May?
        var lookBack = board.GetByRole(AriaRole.Region, new() { Name = "Look back" });
        await lookBack.GetByLabel("On the day").FillAsync("2025-05-15");
        await lookBack.GetByText("Nobody.").WaitForAsync();
        await lookBack.GetByLabel("As known on").FillAsync("2025-12-01");
        await lookBack.GetByRole(AriaRole.Link, new() { Name = "Leon Hartmann" }).WaitForAsync();
        await PhotographAsync(board, "look-back");
        await Accessibility.ExpectNothingAsync(board, "the look back");

        // A shared address shows the same, on a phone too.
        var phone = await OpenAsync(new Uri(board.Url).PathAndQuery, Phone, ColorScheme.Dark, signedInAs: board);
        await phone.GetByRole(AriaRole.Region, new() { Name = "Look back" }).GetByText("Leon Hartmann").WaitForAsync();
        await PhotographAsync(phone, "look-back-phone");
        await PressAsync(board, "Back to today");
        await lookBack.GetByText("Choose a day").WaitForAsync();
    }

    [Fact]
    public async Task A_board_withdraws_a_move_in_that_was_planned()
    {
        // arrange
        var account = Cooperator.Account("seestrasse", "ADMIN");
        var buildings = await AskAsync(account, "{ buildings { id } }");
        var building = buildings.GetProperty("buildings")[0].GetProperty("id").GetString();
        var unit = await IdOfAsync(
            account,
            $$"""addUnit(input: { buildingId: "{{building}}", number: "90", type: ROOM }) { unit { id } }""",
            "unit"
        );
        var member = await IdOfAsync(
            account,
            """addMember(input: { givenName: "Petra", familyName: "Plan", joinedOn: "2026-01-01" }) { member { id } }""",
            "member"
        );
        await IdOfAsync(
            account,
            $$"""moveIn(input: { unitId: "{{unit}}", memberId: "{{member}}", from: "2099-01-01" }) { occupancy { id } }""",
            "occupancy"
        );
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, account);
        await board.GotoAsync($"/c/seestrasse/units/{unit}");
        await SettledAsync(board);

        // While it is promised to somebody it does not become a common place.
        await PressAsync(board, "Change the facts");
        var form = board.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Type").SelectOptionAsync("COMMON");
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await form.GetByText("A common place belongs to all.").WaitForAsync();
        await PhotographAsync(board, "refused");
        await board.Keyboard.PressAsync("Escape");
        await Assertions.Expect(form).ToHaveCountAsync(0);

        // Petra stays where she is after all.
        await PressAsync(board, "Withdraw the move-in of Petra Plan");
        var sure = board.GetByRole(AriaRole.Alertdialog);
        await PhotographAsync(board, "sure");
        await Accessibility.ExpectNothingAsync(board, "withdrawing a move-in");
        await SendAsync(sure, "Withdraw");
        await board.GetByText("Nobody has lived here yet.").WaitForAsync();
        await board.GotoAsync("/c/seestrasse");
        await board.GetByText("A planned move into unit 90 was withdrawn").First.WaitForAsync();
    }

    private async Task<string> IdOfAsync(DemoAccount account, string mutation, string field)
    {
        var answer = await AskAsync(account, $"mutation {{ done: {mutation} }}");
        return answer.GetProperty("done").GetProperty(field).GetProperty("id").GetString()!;
    }
}
