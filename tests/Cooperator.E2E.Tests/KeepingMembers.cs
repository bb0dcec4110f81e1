using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>What the board records of a member.</summary>
public sealed class KeepingMembers(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    private const string LongName = "Maria-Magdalena Þórunn 王小明 الأحمد Wolfeschlegelsteinhausenbergerdorff";

    [Fact]
    public async Task A_board_takes_a_member_in_and_knows_the_language()
    {
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, Cooperator.Account("seestrasse", "ADMIN"));
        await board.GotoAsync("/c/seestrasse/members");
        await SettledAsync(board);

        // What was typed is still there after a slip of the hand.
        await PressAsync(board, "Add a member");
        var form = board.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("First name").FillAsync(LongName);
        await board.Keyboard.PressAsync("Escape");
        await Assertions.Expect(form).ToHaveCountAsync(0);
        await PressAsync(board, "Add a member");
        await form.GetByText("This is what you had typed before.").WaitForAsync();
        await Assertions.Expect(form.GetByLabel("First name")).ToHaveValueAsync(LongName);
        await form.GetByLabel("Last name").FillAsync("Ólafsdóttir");
        await form.GetByLabel("Language of letters").SelectOptionAsync("FR");
        await PhotographAsync(board, "form");
        await Accessibility.ExpectNothingAsync(board, "the form of a member");
        await SendAsync(form, "Add a member");

        // The letters shall come in Spanish after all.
        await board.GetByRole(AriaRole.Heading, new() { Name = $"{LongName} Ólafsdóttir" }).WaitForAsync();
        await board.GetByText("French").WaitForAsync();
        await PressAsync(board, "Change the language of letters");
        await form.GetByLabel("Language of letters").SelectOptionAsync("ES");
        await SendAsync(form, "Save");
        await board.GetByText("Spanish").WaitForAsync();
        await PhotographAsync(board, "member");
        await board.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await PhotographAsync(board, "member-phone");
        await ExpectNoSidewaysScrollingAsync(board, "a member with a long name");
    }
}
