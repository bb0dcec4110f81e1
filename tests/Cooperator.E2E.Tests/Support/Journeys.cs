using System.Runtime.CompilerServices;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Cooperator.E2E.Tests.Support.RunningCooperator))]
[assembly: AssemblyFixture(typeof(Cooperator.E2E.Tests.Support.Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Cooperator.E2E.Tests.Support;

/// <summary>One Chromium for all journeys; each journey opens contexts of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    // Chromium's own talk with the outside is switched off: tests need no network.
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;

    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Executable is not null)
        {
            playwright = await Playwright.CreateAsync();
            Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (playwright is not null)
        {
            await Browser.DisposeAsync();
            playwright.Dispose();
        }
    }
}

/// <summary>What every journey needs: the program, a browser, and a camera.</summary>
public abstract class Journey(RunningCooperator cooperator, Chromium chromium)
{
    protected static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    protected static readonly ViewportSize Desktop = new() { Width = 1280, Height = 800 };

    // Spent only when a journey fails: a loaded machine may take its time for each step.
    private const int PatienceMs = 120_000;

    static Journey() => Assertions.SetDefaultExpectTimeout(PatienceMs);

    protected RunningCooperator Cooperator => cooperator;

    /// <summary>Opens the web app in a fresh browser context, as a person on their own device would.</summary>
    protected async Task<IPage> OpenAsync(
        string path,
        ViewportSize size,
        ColorScheme colours = ColorScheme.Light,
        string locale = "en-GB",
        IPage? signedInAs = null
    )
    {
        Assert.SkipWhen(
            Chromium.Executable is null && Environment.GetEnvironmentVariable("CI") is null,
            "Chromium is not installed here."
        );
        Assert.True(Chromium.Executable is not null, "Chromium is needed for the journeys.");

        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                BaseURL = cooperator.Address.ToString(),
                ViewportSize = size,
                ColorScheme = colours,
                Locale = locale,
                TimezoneId = "Europe/Berlin",
                HasTouch = size.Width < 600,
                ReducedMotion = ReducedMotion.Reduce,
                // Somebody's cookies on a new device, where no worker of ours answers yet.
                StorageState = signedInAs is null ? null : await signedInAs.Context.StorageStateAsync(),
                ServiceWorkers = signedInAs is null ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            }
        );
        context.SetDefaultTimeout(PatienceMs);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Signs in through the form, as <paramref name="account"/>.</summary>
    protected static async Task SignInAsync(IPage page, DemoAccount account)
    {
        await page.GetByLabel("E-mail").FillAsync(account.Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(account.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation).First.WaitForAsync();
    }

    protected static Task PhotographAsync(IPage page, string moment, [CallerMemberName] string journey = "") =>
        page.ScreenshotAsync(
            new() { Path = Path.Combine(RunningCooperator.Screenshots, $"{journey}-{moment}.png"), FullPage = true }
        );

    /// <summary>Waits until the screen shows what it has: a heading, and no placeholder any more.</summary>
    protected static async Task SettledAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await Assertions.Expect(page.Locator("[aria-busy=true], coop-skeleton")).ToHaveCountAsync(0);
    }
}
