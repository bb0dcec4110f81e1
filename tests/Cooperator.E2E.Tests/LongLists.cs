using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>A co-op of thousands: lists go on by themselves and are where they were for those who come back.</summary>
public sealed class LongLists(RunningCooperator cooperator, Chromium chromium, ITestOutputHelper output)
    : Journey(cooperator, chromium)
{
    [Fact]
    public async Task Long_lists_go_on_by_themselves_and_keep_the_place()
    {
        var account = await LargeCoop.FoundAsync(Cooperator);
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, account);

        // Down the directory: it grows before its end is reached.
        await board.GotoAsync($"/c/{LargeCoop.Slug}/members");
        await board.GetByText($"{LargeCoop.Members + 1:N0} people").WaitForAsync();
        await ScrollToAsync(board, 500);
        await TellOfAsync(board, "members");
        await ToTheTopAsync(board);
        await Accessibility.ExpectNothingAsync(board, "a long directory");

        // To somebody far down and back: the same people are on screen.
        var person = board.GetByRole(AriaRole.Link, new() { Name = "Person0200 Familie0200" });
        var name = await person.InnerTextAsync();
        await person.ScrollIntoViewIfNeededAsync();
        var before = (await person.BoundingBoxAsync())!.Y;
        await person.ClickAsync();
        await board.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 }).WaitForAsync();
        await board.GoBackAsync();
        await Assertions.Expect(person).ToBeInViewportAsync();
        var after = (await person.BoundingBoxAsync())!.Y;
        output.WriteLine($"{name} stood at {before}, then at {after}.");

        // The same for units, building after building.
        await board.GotoAsync($"/c/{LargeCoop.Slug}/units");
        await SettledAsync(board);
        await ScrollToAsync(board, 400);
        await TellOfAsync(board, "units");
        var headings = await board.GetByRole(AriaRole.Heading, new() { Level = 2 }).AllInnerTextsAsync();
        Assert.Equal(headings.Distinct(), headings);
        await board.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await ExpectNoSidewaysScrollingAsync(board, "a long list of units");
    }

    /// <summary>Down to the end, and again to the new end, until there are so many rows.</summary>
    private static Task ScrollToAsync(IPage page, int rows) =>
        page.WaitForFunctionAsync(
            "rows => { scrollTo(0, document.body.scrollHeight); return document.querySelectorAll('tbody tr').length >= rows; }",
            rows
        );

    /// <summary>Away from the end, where more is being loaded: the page is looked at when it has come to rest.</summary>
    private static async Task ToTheTopAsync(IPage page)
    {
        await page.EvaluateAsync("scrollTo(0, 0)");
        await SettledAsync(page);
    }

    /// <summary>How long the page takes to draw itself anew with all it shows: told, not demanded.</summary>
    private async Task TellOfAsync(IPage page, string what)
    {
        var milliseconds = await page.EvaluateAsync<double>(
            """
            async () => {
              const start = performance.now();
              document.body.style.width = `${document.body.clientWidth - 1}px`;
              document.body.getBoundingClientRect();
              await new Promise(requestAnimationFrame);
              await new Promise(requestAnimationFrame);
              document.body.style.width = '';
              return performance.now() - start;
            }
            """
        );
        var rows = await page.Locator("tbody tr").CountAsync();
        output.WriteLine($"{rows} {what}: laid out and drawn in {milliseconds:N0} ms.");
    }
}
