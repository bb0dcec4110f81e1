using System.Diagnostics;
using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>The board lets a free flat while a resident looks at it elsewhere.</summary>
public sealed class MovingIn(RunningCooperator cooperator, Chromium chromium, ITestOutputHelper output)
    : Journey(cooperator, chromium)
{
    [Fact]
    public async Task A_move_in_made_in_one_browser_appears_in_the_other()
    {
        // arrange
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, Cooperator.Account("lindenhof", "ADMIN"));
        var resident = await OpenAsync("/", Phone);
        await SignInAsync(resident, Cooperator.Account("lindenhof", "RESIDENT"));
        await board.GotoAsync("/c/lindenhof/units");
        await SettledAsync(board);
        await board.GetByLabel("Show").SelectOptionAsync(new SelectOptionValue { Label = "Free ones" });
        await Assertions.Expect(board.Locator("main a[href*='/members/']")).ToHaveCountAsync(0);
        var unit = board.Locator("main a[href*='/units/']").First;
        var address = await unit.GetAttributeAsync("href");
        await board.GotoAsync(address!);
        await resident.GotoAsync(address!);
        await SettledAsync(resident);
        Assert.Equal(0, await resident.GetByText("Neubauer").CountAsync());

        // act
        await board.GetByRole(AriaRole.Button, new() { Name = "Move in" }).First.ClickAsync();
        var form = board.GetByRole(AriaRole.Dialog);
        await form.GetByText("A new household").ClickAsync();
        await form.GetByLabel("Name of the household").FillAsync("Neubauer");
        await form.GetByLabel("Add a member to it").FillAsync("Achterberg");
        await board.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).First.ClickAsync();
        await form.GetByLabel("From").FillAsync("2026-01-01");
        await PhotographAsync(board, "form");
        await form.GetByRole(AriaRole.Button, new() { Name = "Move in" }).ClickAsync();
        var clock = Stopwatch.StartNew();

        // assert
        await resident.GetByText("Neubauer").First.WaitForAsync();
        output.WriteLine($"Seen in the other browser {clock.ElapsedMilliseconds} ms after the click.");
        await board.GetByText("Neubauer").First.WaitForAsync();
        await PhotographAsync(board, "board");
        await PhotographAsync(resident, "resident");
    }
}
