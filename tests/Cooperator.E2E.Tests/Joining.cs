using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>From the board's invitation, by the letter it sends, to the new member's first look.</summary>
public sealed class Joining(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    private const string Email = "rosalind.new@example.org";

    [Fact]
    public async Task An_invited_member_joins_by_the_letter()
    {
        // arrange: the board invites a member who has no account yet
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, Cooperator.Account("lindenhof", "ADMIN"));
        await board.GotoAsync("/c/lindenhof/members?search=Achterberg");
        await board.GetByRole(AriaRole.Link, new() { Name = "Rosalind Achterberg" }).First.ClickAsync();
        await board.GetByRole(AriaRole.Button, new() { Name = "Invite" }).First.ClickAsync();
        var form = board.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("E-mail").FillAsync(Email);
        await form.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();

        // act: the member follows the letter
        var member = await OpenAsync(await LinkOfTheLetterAsync(), Phone);
        await member.GetByLabel("Password").First.FillAsync("a-flat-with-four-windows");
        await PhotographAsync(member, "invitation");
        await member.Locator("button[type=submit]").First.ClickAsync();

        // assert
        await member.WaitForURLAsync("**/c/lindenhof");
        await member.GetByRole(AriaRole.Heading, new() { Name = "Hello Rosalind" }).WaitForAsync();
        await PhotographAsync(member, "first-look");
        var again = await OpenAsync(await LinkOfTheLetterAsync(), Phone);
        await again.GetByText("It was used already.").WaitForAsync();
        await PhotographAsync(again, "used-already");
    }

    private Task<string> LinkOfTheLetterAsync() => Letters.LinkAsync(Cooperator, Email, InvitationLink());
}
