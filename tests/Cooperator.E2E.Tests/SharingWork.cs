using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>The co-op's work on its board: by finger, by mouse before the eyes of others, by keyboard, and without a network.</summary>
public sealed class SharingWork(RunningCooperator cooperator, Chromium chromium) : BoardJourney(cooperator, chromium)
{
    [Fact]
    public async Task A_resident_takes_and_completes_a_task_on_a_phone()
    {
        var mow = await AddTaskAsync("Mow by hand");
        await AskAsync(
            Admin,
            $$"""mutation { addChecklistItem(input: { taskId: "{{mow}}", text: "Fetch the mower" }) { task { id } } }"""
        );
        var page = await OpenAsync("/", Phone);
        // The time of a long press passes when the journey says so.
        await page.Clock.InstallAsync();
        await SignInAsync(page, Resident);
        await page.GotoAsync(Board);
        await SettledAsync(page);

        // Take it, by its menu.
        await page.GetByRole(AriaRole.Button, new() { Name = "Actions for “Mow by hand”" }).TapAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Take it" }).TapAsync();
        var card = Card(page, "TODO", "Mow by hand");
        await card.GetByText("Taken by").WaitForAsync();
        await PhotographAsync(page, "taken");
        await Accessibility.ExpectNothingAsync(page, "the board on a phone");

        // A long press takes the card up; dropped on a tab it goes into its column.
        await DragByFingerAsync(page, card, Tab(page, "In progress"));
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await Tab(page, "In progress").TapAsync();
        await Card(page, "IN_PROGRESS", "Mow by hand").WaitForAsync();
        await PhotographAsync(page, "in-progress");

        // Its steps, and done.
        await page.GetByRole(AriaRole.Link, new() { Name = "Mow by hand" }).TapAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Fetch the mower" }).TapAsync();
        await page.GetByText("1 of 1 done").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "It is done" }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).WaitForAsync();
        await PhotographAsync(page, "done");
        await Accessibility.ExpectNothingAsync(page, "a task on a phone");
        await ExpectNoSidewaysScrollingAsync(page, "a task");
        Assert.Equal("DONE", await ColumnOfAsync(mow));
    }

    [Fact]
    public async Task A_card_dragged_in_one_browser_moves_in_the_other()
    {
        var paint = await AddTaskAsync("Paint the fence");
        var mine = await OpenAsync("/", Desktop);
        await SignInAsync(mine, Admin);
        var theirs = await OpenAsync("/", Desktop);
        await SignInAsync(theirs, Resident);
        await mine.GotoAsync(Board);
        await theirs.GotoAsync(Board);
        await Card(mine, "TODO", "Paint the fence").WaitForAsync();
        await Card(theirs, "TODO", "Paint the fence").WaitForAsync();

        await DragByMouseAsync(mine, Card(mine, "TODO", "Paint the fence"), List(mine, "REVIEW"));

        await Card(mine, "REVIEW", "Paint the fence").WaitForAsync();
        await Card(theirs, "REVIEW", "Paint the fence").WaitForAsync();
        await PhotographAsync(theirs, "theirs");
        await ReachesAsync(paint, "REVIEW");
    }

    [Fact]
    public async Task A_card_goes_over_the_board_by_keyboard()
    {
        var sweep = await AddTaskAsync("Sweep by keys");
        var page = await OpenAsync("/", Desktop);
        await SignInAsync(page, Resident);
        await page.GotoAsync(Board);
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Sweep by keys" });
        await link.FocusAsync();

        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Card(page, "IN_PROGRESS", "Sweep by keys").WaitForAsync();
        await Assertions.Expect(link).ToBeFocusedAsync();
        await page.GetByText("“Sweep by keys” is now in In progress").WaitForAsync();
        await ReachesAsync(sweep, "IN_PROGRESS");

        // The menu says the same to those who do not know the keys.
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Move to …" }).PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Column").SelectOptionAsync("REVIEW");
        await PhotographAsync(page, "dialog");
        await Accessibility.ExpectNothingAsync(page, "moving a card");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move" }).PressAsync("Enter");
        await Card(page, "REVIEW", "Sweep by keys").WaitForAsync();
        await Assertions.Expect(link).ToBeFocusedAsync();
        await ReachesAsync(sweep, "REVIEW");
    }

    [Fact]
    public async Task Moves_without_a_network_are_kept_in_order_and_sent_when_it_is_back()
    {
        var first = await AddTaskAsync("First offline");
        var second = await AddTaskAsync("Second offline");
        var page = await OpenAsync("/", Desktop);
        await SignInAsync(page, Resident);
        await page.GotoAsync(Board);
        await Card(page, "TODO", "Second offline").WaitForAsync();

        await page.Context.SetOfflineAsync(true);
        foreach (var title in (string[])["First offline", "Second offline"])
        {
            await page.GetByRole(AriaRole.Link, new() { Name = title }).FocusAsync();
            await page.Keyboard.PressAsync("Shift+ArrowRight");
            await Card(page, "IN_PROGRESS", title).WaitForAsync();
        }

        await page.GetByText("2 moves wait for the connection").WaitForAsync();
        await PhotographAsync(page, "waiting");
        Assert.Equal("TODO", await ColumnOfAsync(first));

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.GetByText("wait for the connection")).ToHaveCountAsync(0);
        await ReachesAsync(first, "IN_PROGRESS");
        await ReachesAsync(second, "IN_PROGRESS");
    }

    [Fact]
    public async Task A_move_without_a_network_survives_closing_the_tab_unless_others_were_faster()
    {
        var kept = await AddTaskAsync("Kept while closed");
        var overtaken = await AddTaskAsync("Overtaken meanwhile");
        var page = await OpenAsync("/", Desktop);
        await SignInAsync(page, Resident);
        await page.GotoAsync(Board);
        await Card(page, "TODO", "Overtaken meanwhile").WaitForAsync();
        await AppIsKeptAsync(page);
        await page.Context.SetOfflineAsync(true);
        foreach (var title in (string[])["Kept while closed", "Overtaken meanwhile"])
        {
            await page.GetByRole(AriaRole.Link, new() { Name = title }).FocusAsync();
            await page.Keyboard.PressAsync("Shift+ArrowRight");
            await Card(page, "IN_PROGRESS", title).WaitForAsync();
        }

        // The app is there without a network; what it shows is not.
        var later = await page.Context.NewPageAsync();
        await page.CloseAsync();
        page = later;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).WaitForAsync();
        await PhotographAsync(page, "unreachable");
        await AskAsync(
            Admin,
            $$"""mutation { moveTask(input: { taskId: "{{overtaken}}", column: REVIEW }) { task { id } } }"""
        );
        await page.Context.SetOfflineAsync(false);
        await PressAsync(page, "Try again");

        // They are sent from whichever page is opened first.
        await page.GetByText("“Overtaken meanwhile” was moved or removed by somebody else").WaitForAsync();
        await page.GotoAsync(Board);
        await Card(page, "IN_PROGRESS", "Kept while closed").WaitForAsync();
        await Card(page, "REVIEW", "Overtaken meanwhile").WaitForAsync();
        await PhotographAsync(page, "overtaken");
        await ReachesAsync(kept, "IN_PROGRESS");
        await ReachesAsync(overtaken, "REVIEW");
    }

    [Fact]
    public async Task A_move_into_a_full_column_is_taken_back_with_a_sentence()
    {
        var page = await OpenAsync("/", Desktop);
        await SignInAsync(page, Admin);
        await page.GotoAsync(Board);
        await SettledAsync(page);
        await AddTaskAsync("Stays outside");
        await AddTaskAsync("Is inside", "REVIEW");

        // The board sets its limit and name in the settings.
        await PressAsync(page, "Settings");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Columns and limits" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog);
        var review = form.GetByRole(AriaRole.Group, new() { Name = "To check" });
        await review.GetByLabel("Your own name").FillAsync("Second look");
        await review.GetByLabel("Tasks at once, at most").FillAsync("1");
        await PhotographAsync(page, "settings");
        await Accessibility.ExpectNothingAsync(page, "the settings of the board");
        await SendAsync(form, "Save");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Second look" }).WaitForAsync();

        await DragByMouseAsync(page, Card(page, "TODO", "Stays outside"), List(page, "REVIEW"));
        await page.GetByText("“Second look” is full (1 at once).").WaitForAsync();
        await Card(page, "TODO", "Stays outside").WaitForAsync();
        await PhotographAsync(page, "taken-back");
        await AskAsync(
            Admin,
            "mutation { setBoardColumn(input: { column: REVIEW, name: null, wipLimit: null }) { boardColumn { column } } }"
        );
    }

    /// <summary>Waits until every file the page has loaded is kept for when there is no network.</summary>
    private static Task AppIsKeptAsync(IPage page) =>
        page.EvaluateAsync(
            """
            async () => {
              const built = performance
                .getEntriesByType('resource')
                .map(({ name }) => name)
                .filter((name) => /-[\w-]{8}\.(js|css)$/.test(name));
              const areKept = async () => (await Promise.all(built.map((name) => caches.match(name)))).every(Boolean);
              while (!(await areKept())) await new Promise(requestAnimationFrame);
            }
            """
        );
}
