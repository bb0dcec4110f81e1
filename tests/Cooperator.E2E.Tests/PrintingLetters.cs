using System.Text.RegularExpressions;
using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>Who has no e-mail address is told on paper.</summary>
public sealed partial class PrintingLetters(RunningCooperator cooperator, Chromium chromium)
    : Journey(cooperator, chromium)
{
    [Fact]
    public async Task A_board_prints_what_a_member_without_an_address_should_know_and_the_log_says_so()
    {
        var account = Cooperator.Account("seestrasse", "ADMIN");
        var found = await AskAsync(
            account,
            """mutation { addMember(input: { givenName: "Papiera", familyName: "Post", joinedOn: "2026-01-01" }) { member { id } } }"""
        );
        var member = found.GetProperty("addMember").GetProperty("member").GetProperty("id").GetString();
        var added = await AskAsync(
            account,
            """mutation { addTask(input: { title: "Oil the gate" }) { task { id } } }"""
        );
        var task = added.GetProperty("addTask").GetProperty("task").GetProperty("id").GetString();
        await AskAsync(
            account,
            $$"""mutation { assignTask(input: { taskId: "{{task}}", memberId: "{{member}}" }) { task { id } } }"""
        );
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, account);

        // The log looks again by itself until nothing is on its way.
        await board.GotoAsync("/c/seestrasse/settings/deliveries");
        var row = board.GetByRole(AriaRole.Row).Filter(new() { HasText = "Papiera Post" });
        await row.GetByText("No address", new() { Exact = true }).WaitForAsync();

        await board.GetByRole(AriaRole.Link, new() { Name = "To print" }).ClickAsync();
        var letter = board.GetByRole(AriaRole.Article, new() { Name = "Papiera Post" });
        await letter.GetByText("Oil the gate").First.WaitForAsync();
        await Accessibility.ExpectNothingAsync(board, "the letters to print");
        await board.EmulateMediaAsync(new() { Media = Media.Print });
        await PhotographAsync(board, "on-paper");
        await Assertions.Expect(board.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Assertions.Expect(letter).ToBeVisibleAsync();
        await board.EmulateMediaAsync(new() { Media = Media.Screen });

        await board.GetByRole(AriaRole.Button, new() { NameRegex = AsPrinted() }).ClickAsync();
        await board.GetByText("Nothing to print").WaitForAsync();
        await board.GetByRole(AriaRole.Link, new() { Name = "Deliveries" }).ClickAsync();
        await row.GetByText("Printed", new() { Exact = true }).WaitForAsync();
    }

    [GeneratedRegex("as printed$", RegexOptions.None, 1000)]
    private static partial Regex AsPrinted();
}
