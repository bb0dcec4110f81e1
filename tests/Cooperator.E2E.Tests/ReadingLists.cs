using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>A new board brings its list: first with a mistake in it, then mended.</summary>
public sealed class ReadingLists(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    private const string Mistaken = """
        Vorname;Nachname;E-Mail;Eintritt
        Frieda;Winterfeld;frieda@example.org;1.3.2026
        Gustav;Winterfeld;keine Adresse;1.3.2026
        """;

    [Fact]
    public async Task A_board_mends_its_list_and_takes_it_over()
    {
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, Cooperator.Account("lindenhof", "ADMIN"));
        await board.GotoAsync("/c/lindenhof/import");
        await SettledAsync(board);

        // A mistake is named by its line, and nothing can be taken over.
        await ChooseAsync(board, Mistaken);
        await board.GetByText("One thing is not right yet").WaitForAsync();
        await board.GetByText("keine Adresse").First.WaitForAsync();
        Assert.Equal(0, await board.GetByRole(AriaRole.Button, new() { Name = "Take the list over" }).CountAsync());
        await PhotographAsync(board, "mistake");
        await Accessibility.ExpectNothingAsync(board, "a list with a mistake");

        // Mended, it is shown first and then taken over.
        await board.GotoAsync("/c/lindenhof/import");
        await ChooseAsync(board, Mistaken.Replace("keine Adresse", "gustav@example.org", StringComparison.Ordinal));
        await board.GetByText("Nothing has changed yet.").WaitForAsync();
        await PhotographAsync(board, "preview");
        await board.GetByRole(AriaRole.Button, new() { Name = "Take the list over" }).ClickAsync();
        await board.GetByText("The list is taken over: 2 new, 0 changed.").WaitForAsync();
        await board.GotoAsync("/c/lindenhof/members?search=Winterfeld");
        await board.GetByRole(AriaRole.Link, new() { Name = "Frieda Winterfeld" }).First.WaitForAsync();
        await PhotographAsync(board, "members");
    }

    private static Task ChooseAsync(IPage page, string list) =>
        page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "mitglieder.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(list),
                }
            );
}
