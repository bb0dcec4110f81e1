using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>Every screen as it is found, at both sizes and in both themes: photographed, and looked over by axe.</summary>
public sealed class LookAround(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    private static readonly (string Name, string Path)[] Screens =
    [
        ("start", "/c/lindenhof"),
        ("tasks", "/c/lindenhof/tasks"),
        ("tasks-by-person", "/c/lindenhof/tasks?lanes=true"),
        ("task-calendar", "/c/lindenhof/tasks/calendar"),
        ("duties", "/c/lindenhof/tasks/duties"),
        ("hours", "/c/lindenhof/tasks/hours"),
        ("members", "/c/lindenhof/members"),
        ("units", "/c/lindenhof/units"),
        ("households", "/c/lindenhof/households"),
        ("import", "/c/lindenhof/import"),
        ("notifications", "/c/lindenhof/notifications"),
        ("notification-choices", "/c/lindenhof/notifications/settings"),
        ("webhooks", "/c/lindenhof/settings/webhooks"),
        ("deliveries", "/c/lindenhof/settings/deliveries"),
        ("letters-to-print", "/c/lindenhof/settings/letters"),
        ("jobs", "/c/lindenhof/settings/jobs"),
        ("profile", "/account"),
        ("security", "/account/security"),
        ("devices", "/account/devices"),
        ("tokens", "/account/tokens"),
    ];

    [Theory]
    [InlineData("desktop", ColorScheme.Light)]
    [InlineData("desktop", ColorScheme.Dark)]
    [InlineData("phone", ColorScheme.Light)]
    [InlineData("phone", ColorScheme.Dark)]
    public async Task Every_screen_is_in_order(string device, ColorScheme colours)
    {
        var page = await OpenAsync("/", device == "phone" ? Phone : Desktop, colours);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
        await Accessibility.ExpectNothingAsync(page, "sign-in");
        await PhotographAsync(page, $"{device}-{colours}-sign-in");
        await SignInAsync(page, Cooperator.Account("lindenhof", "ADMIN"));

        foreach (var (name, path) in Screens)
        {
            await page.GotoAsync(path);
            await SettledAsync(page);
            await PhotographAsync(page, $"{device}-{colours}-{name}");
            await Accessibility.ExpectNothingAsync(page, name);
            await ExpectNoSidewaysScrollingAsync(page, name);
        }

        Assert.Empty(complaints);
    }
}
