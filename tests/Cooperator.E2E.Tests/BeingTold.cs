using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>Residents are told what concerns them the moment it happens; programs are told by webhooks.</summary>
public sealed class BeingTold(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    [Fact]
    public async Task A_resident_hears_of_a_task_on_the_phone_while_it_is_given()
    {
        var resident = await NewResidentAsync("Tolda");
        var phone = await OpenAsync("/", Phone);
        await SignInAsync(phone, resident);
        await SettledAsync(phone);
        await phone.GetByRole(AriaRole.Link, new() { Name = "Notifications", Exact = true }).WaitForAsync();

        var board = Cooperator.Account("lindenhof", "ADMIN");
        var found = await AskAsync(board, """{ members(search: "Tolda") { nodes { id } } }""");
        var member = found.GetProperty("members").GetProperty("nodes")[0].GetProperty("id").GetString();
        var added = await AskAsync(
            board,
            """mutation { addTask(input: { title: "Water the lilies" }) { task { id } } }"""
        );
        var task = added.GetProperty("addTask").GetProperty("task").GetProperty("id").GetString();
        await AskAsync(
            board,
            $$"""mutation { assignTask(input: { taskId: "{{task}}", memberId: "{{member}}" }) { task { id } } }"""
        );

        // The bell counts it by itself; the inbox says what it is, and leads there.
        await phone.GetByRole(AriaRole.Link, new() { Name = "Notifications, 1 unread" }).TapAsync();
        var news = phone.GetByRole(AriaRole.Button, new() { Name = "You have a new task: Water the lilies" });
        await news.WaitForAsync();
        await PhotographAsync(phone, "inbox");
        await Accessibility.ExpectNothingAsync(phone, "the inbox");
        await ExpectNoSidewaysScrollingAsync(phone, "the inbox");
        await news.TapAsync();
        await phone.GetByRole(AriaRole.Heading, new() { Name = "Water the lilies" }).WaitForAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Notifications", Exact = true }).WaitForAsync();

        // What one does not want to hear of is switched off.
        await phone.GotoAsync("/c/lindenhof/notifications/settings");
        await phone.GetByRole(AriaRole.Checkbox, new() { Name = "I am given a task: E-mail" }).UncheckAsync();
        await phone.GetByText("Saved.").WaitForAsync();
        await PhotographAsync(phone, "preferences");
        await ExpectNoSidewaysScrollingAsync(phone, "the preferences");
    }

    [Fact]
    public async Task A_board_adds_a_webhook_tests_it_and_sees_in_the_log_what_came_of_it()
    {
        var board = await OpenAsync("/", Desktop);
        await SignInAsync(board, Cooperator.Account("lindenhof", "ADMIN"));
        await board.GotoAsync("/c/lindenhof/settings/webhooks");
        await SettledAsync(board);

        await PressAsync(board, "Add webhook");
        var form = board.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Address").FillAsync("https://10.0.0.1/hook");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add webhook" }).ClickAsync();
        await form.GetByText("inside of our own network").WaitForAsync();
        await PhotographAsync(board, "refused");
        // A name that nobody has: the test fails, and the log says so.
        await form.GetByLabel("Address").FillAsync("https://door.invalid/hook");
        await SendAsync(form, "Add webhook");
        await board.GetByLabel("Secret", new() { Exact = true }).WaitForAsync();
        await PhotographAsync(board, "secret");
        await Accessibility.ExpectNothingAsync(board, "a new webhook");
        await PressAsync(board, "I have kept it");

        await PressAsync(board, "Send a test: https://door.invalid/hook");
        await board.GetByText("It could not be reached").First.WaitForAsync();
        await board.GetByText("Trying again", new() { Exact = true }).Last.WaitForAsync();
        await PhotographAsync(board, "log");
        await Accessibility.ExpectNothingAsync(board, "the log of deliveries");

        // And the jobs, one of which is run at once.
        await board.GetByRole(AriaRole.Link, new() { Name = "Jobs" }).ClickAsync();
        await PressAsync(board, "Run now: expiry-sweep");
        await board.GetByText("It will run in a moment.").WaitForAsync();
        await PressAsync(board, "Runs of expiry-sweep");
        await board.GetByText("Done", new() { Exact = true }).First.WaitForAsync();
        await PhotographAsync(board, "jobs");
        await Accessibility.ExpectNothingAsync(board, "the jobs");
    }
}
