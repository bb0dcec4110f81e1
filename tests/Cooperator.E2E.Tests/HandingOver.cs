using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>The board row by row: a card that goes into the row of another person is theirs.</summary>
public sealed class HandingOver(RunningCooperator cooperator, Chromium chromium) : BoardJourney(cooperator, chromium)
{
    private static readonly ViewportSize Tablet = new() { Width = 1180, Height = 820 };

    [Fact]
    public async Task A_card_goes_from_row_to_row_by_mouse_and_by_keyboard()
    {
        var (resident, admin) = (await NameAsync(Resident), await NameAsync(Admin));
        var mow = await AddTaskAsync("Byrows mow");
        await TakeAsync(Resident, mow);
        await TakeAsync(Resident, await AddTaskAsync("Byrows rake", "REVIEW"));
        await TakeAsync(Admin, await AddTaskAsync("Byrows paint", "REVIEW"));
        var page = await OpenRowsAsync("Byrows", Admin);

        await DragByMouseAsync(page, CardOf(page, resident, "Byrows mow"), ListOf(page, admin, "TODO"));
        await CardOf(page, admin, "Byrows mow").WaitForAsync();
        await HasAsync(mow, admin);
        await PhotographAsync(page, "mine-now");
        await Accessibility.ExpectNothingAsync(page, "the board by person");

        // Over the edge of the last person's row by arrow key, to nobody, with the focus.
        var rows = await page.Locator("[data-lane]").CountAsync();
        for (var row = 0; row < rows && await CardOf(page, "Nobody yet", "Byrows mow").CountAsync() == 0; row++)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Byrows mow" }).FocusAsync();
            await page.Keyboard.PressAsync("Shift+ArrowDown");
        }

        var link = Row(page, "Nobody yet").GetByRole(AriaRole.Link, new() { Name = "Byrows mow" });
        await Assertions.Expect(link).ToBeFocusedAsync();
        await page.GetByText("“Byrows mow” is now with nobody.").WaitForAsync();
        await HasAsync(mow);
    }

    [Fact]
    public async Task A_resident_takes_a_card_by_finger_and_can_not_give_it_to_others()
    {
        var (resident, admin) = (await NameAsync(Resident), await NameAsync(Admin));
        var sweep = await AddTaskAsync("Byfinger sweep");
        await TakeAsync(Resident, await AddTaskAsync("Byfinger rake", "REVIEW"));
        await TakeAsync(Admin, await AddTaskAsync("Byfinger wash", "REVIEW"));
        var page = await OpenRowsAsync("Byfinger", Resident, Tablet);

        await DragByFingerAsync(page, CardOf(page, "Nobody yet", "Byfinger sweep"), ListOf(page, resident, "TODO"));
        await CardOf(page, resident, "Byfinger sweep").WaitForAsync();
        await HasAsync(sweep, resident);
        await PhotographAsync(page, "taken");

        await DragByFingerAsync(page, CardOf(page, resident, "Byfinger sweep"), ListOf(page, admin, "TODO"));
        await page.Locator(".cdk-drag-preview").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await CardOf(page, resident, "Byfinger sweep").WaitForAsync();
        await HasAsync(sweep, resident);
    }

    [Fact]
    public async Task A_card_goes_back_when_the_other_person_has_enough()
    {
        var (resident, admin) = (await NameAsync(Resident), await NameAsync(Admin));
        var mow = await AddTaskAsync("Toomuch mow");
        await TakeAsync(Admin, mow);
        await TakeAsync(Resident, await AddTaskAsync("Toomuch paint", "REVIEW"));
        var before = (await AskAsync(Admin, "{ board { assignmentLimit } }"))
            .GetProperty("board")
            .GetProperty("assignmentLimit");
        await LimitAsync("1");
        var page = await OpenRowsAsync("Toomuch", Admin);

        await DragByMouseAsync(page, CardOf(page, admin, "Toomuch mow"), ListOf(page, resident, "TODO"));
        await page.GetByText("That would be too many at once: at most 1 each").WaitForAsync();
        await CardOf(page, admin, "Toomuch mow").WaitForAsync();
        await PhotographAsync(page, "taken-back");
        await HasAsync(mow, admin);
        await LimitAsync(before.GetRawText());
    }

    private async Task<IPage> OpenRowsAsync(string search, DemoAccount account, ViewportSize? touched = null)
    {
        var page = await OpenAsync("/", touched ?? Desktop, touch: touched is not null);
        if (touched is not null)
        {
            // The time of a long press passes when the journey says so.
            await page.Clock.InstallAsync();
        }

        await SignInAsync(page, account);
        await page.GotoAsync($"{Board}?lanes=true&search={search}");
        await Row(page, "Nobody yet").WaitForAsync();
        await SettledAsync(page);
        return page;
    }

    private async Task<string> NameAsync(DemoAccount account) =>
        (await AskAsync(account, "{ me { member { displayName } } }"))
            .GetProperty("me")
            .GetProperty("member")
            .GetProperty("displayName")
            .GetString()!;

    private Task TakeAsync(DemoAccount account, string task) =>
        AskAsync(account, $$"""mutation { takeTask(input: { taskId: "{{task}}" }) { task { id } } }""");

    private Task LimitAsync(string limit) =>
        AskAsync(
            Admin,
            $$"""mutation { setAssignmentLimit(input: { limit: {{limit}} }) { board { assignmentLimit } } }"""
        );

    /// <summary>Waits until the co-op says so, too: these and nobody else have the task.</summary>
    private async Task HasAsync(string task, params string[] names)
    {
        while (!(await HoldersAsync(task)).SequenceEqual(names))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<IEnumerable<string>> HoldersAsync(string task)
    {
        var found = await AskAsync(Admin, $$"""{ task(id: "{{task}}") { assignees { displayName } } }""");
        return found
            .GetProperty("task")
            .GetProperty("assignees")
            .EnumerateArray()
            .Select(person => person.GetProperty("displayName").GetString()!);
    }

    private static ILocator Row(IPage page, string name) =>
        page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    private static ILocator ListOf(IPage page, string name, string column) =>
        Row(page, name).Locator($"ol[data-column={column}]");

    private static ILocator CardOf(IPage page, string name, string title) =>
        Row(page, name).Locator("li").Filter(new() { HasText = title });
}
