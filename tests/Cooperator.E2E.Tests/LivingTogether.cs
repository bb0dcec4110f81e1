using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>Members begin to live together, are joined by another, and part again.</summary>
public sealed class LivingTogether(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    [Fact]
    public async Task A_board_keeps_the_households()
    {
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, Cooperator.Account("seestrasse", "ADMIN"));
        await board.GotoAsync("/c/seestrasse/households");
        await SettledAsync(board);

        // Two form one.
        await PressAsync(board, "Form a household");
        var form = board.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Name").FillAsync("Möwennest");
        await ChooseAsync(form, "Add a member", "Lindqvist");
        await ChooseAsync(form, "Add a member", "Moreau");
        await form.GetByLabel("From").FillAsync("2026-01-01");
        await PhotographAsync(board, "form");
        await Accessibility.ExpectNothingAsync(board, "the form of a household");
        await SendAsync(form, "Form a household");
        await board.GetByRole(AriaRole.Heading, new() { Name = "Möwennest" }).WaitForAsync();
        await board.GetByRole(AriaRole.Link, new() { Name = "Viktor Lindqvist" }).WaitForAsync();

        // A third joins, though not one who lives in another household.
        await PressAsync(board, "Add a member");
        await ChooseAsync(form, "Member", "Okonkwo");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a member" }).ClickAsync();
        await form.GetByText("This member lives in a household in that time already.").WaitForAsync();
        await PhotographAsync(board, "refused");
        await form.GetByLabel("Member").FillAsync("");
        await ChooseAsync(form, "Member", "Petersen");
        await form.GetByLabel("From").FillAsync("2026-02-01");
        await SendAsync(form, "Add a member");
        await board.GetByRole(AriaRole.Link, new() { Name = "Helga Petersen" }).WaitForAsync();

        // It gets another name, and one moves on.
        await PressAsync(board, "Rename");
        await form.GetByLabel("Name").FillAsync("Möwennest & Co");
        await SendAsync(form, "Save");
        await board.GetByRole(AriaRole.Heading, new() { Name = "Möwennest & Co" }).WaitForAsync();
        await PressAsync(board, "Helga Petersen moves on");
        await form.GetByLabel("The last day in the household").FillAsync("2026-02-28");
        await SendAsync(form, "Moves on");
        await Assertions.Expect(board.GetByRole(AriaRole.Link, new() { Name = "Helga Petersen" })).ToHaveCountAsync(0);
        await PhotographAsync(board, "household");

        // In the end all go their ways.
        await PressAsync(board, "Dissolve");
        await form.GetByLabel("The last day together").FillAsync("2026-03-31");
        await PhotographAsync(board, "dissolve");
        await SendAsync(form, "Dissolve");
        await board.GetByText("Nobody lives in it today.").WaitForAsync();
    }
}
