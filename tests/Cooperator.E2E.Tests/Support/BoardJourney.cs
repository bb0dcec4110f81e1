using Microsoft.Playwright;

namespace Cooperator.E2E.Tests.Support;

/// <summary>What journeys over the board need: its cards and lists, a mouse and a finger that drag, and a look behind it.</summary>
public abstract class BoardJourney(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    protected const string Board = "/c/seestrasse/tasks";

    protected DemoAccount Admin => Cooperator.Account("seestrasse", "ADMIN");

    protected DemoAccount Resident => Cooperator.Account("seestrasse", "RESIDENT");

    protected async Task<string> AddTaskAsync(string title, string column = "TODO")
    {
        var added = await AskAsync(
            Admin,
            $$"""mutation { addTask(input: { title: "{{title}}", column: {{column}} }) { task { id } } }"""
        );
        return added.GetProperty("addTask").GetProperty("task").GetProperty("id").GetString()!;
    }

    protected async Task<string> ColumnOfAsync(string task)
    {
        var found = await AskAsync(Admin, $$"""{ task(id: "{{task}}") { column } }""");
        return found.GetProperty("task").GetProperty("column").GetString()!;
    }

    /// <summary>Waits until the co-op has the move: one's own screen shows it before.</summary>
    protected async Task ReachesAsync(string task, string column)
    {
        while (await ColumnOfAsync(task) != column)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    protected static ILocator List(IPage page, string column) => page.Locator($"ol[data-column={column}]");

    protected static ILocator Card(IPage page, string column, string title) =>
        List(page, column).Locator("> li").Filter(new() { HasText = title });

    protected static ILocator Tab(IPage page, string column) =>
        page.GetByRole(AriaRole.Group, new() { Name = "Columns" })
            .GetByRole(AriaRole.Button, new() { Name = column, Exact = false });

    protected static async Task DragByMouseAsync(IPage page, ILocator card, ILocator onto)
    {
        await card.ScrollIntoViewIfNeededAsync();
        var from = (await card.BoundingBoxAsync())!;
        var to = (await onto.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height - 6);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + from.Width / 2 + 12, from.Y + from.Height, new() { Steps = 4 });
        await page.Locator(".cdk-drag-preview").WaitForAsync();
        await page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + 24, new() { Steps = 10 });
        await page.Mouse.UpAsync();
    }

    protected static async Task DragByFingerAsync(IPage page, ILocator card, ILocator onto)
    {
        await card.ScrollIntoViewIfNeededAsync();
        var from = (await card.BoundingBoxAsync())!;
        var to = (await onto.BoundingBoxAsync())!;
        var finger = await page.Context.NewCDPSessionAsync(page);
        Task TouchAsync(string type, params (double X, double Y)[] points) =>
            finger.SendAsync(
                "Input.dispatchTouchEvent",
                new() { ["type"] = type, ["touchPoints"] = points.Select(p => new { x = p.X, y = p.Y }).ToArray() }
            );
        (double X, double Y) Between(double part) =>
            (
                from.X + 60 + (to.X + to.Width / 2 - from.X - 60) * part,
                from.Y + 30 + (to.Y + to.Height / 2 - from.Y - 30) * part
            );

        await TouchAsync("touchStart", Between(0));
        await page.Clock.FastForwardAsync(400);
        for (var step = 1; step <= 10; step++)
        {
            await TouchAsync("touchMove", Between(step / 10.0));
        }

        await TouchAsync("touchEnd");
    }
}
