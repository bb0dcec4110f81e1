using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
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
public abstract partial class Journey(RunningCooperator cooperator, Chromium chromium)
{
    private const float Patience = 120_000;

    protected static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    protected static readonly ViewportSize Desktop = new() { Width = 1280, Height = 800 };

    protected RunningCooperator Cooperator => cooperator;

    /// <summary>Opens the web app in a fresh browser context, as a person on their own device would.</summary>
    protected async Task<IPage> OpenAsync(
        string path,
        ViewportSize size,
        ColorScheme colours = ColorScheme.Light,
        string locale = "en-GB",
        IPage? signedInAs = null,
        bool touch = false
    )
    {
        if (Chromium.Executable is null)
        {
            TestMachine.Miss("Chromium is not installed.");
        }

        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                BaseURL = cooperator.Address.ToString(),
                ViewportSize = size,
                ColorScheme = colours,
                Locale = locale,
                TimezoneId = "Europe/Berlin",
                HasTouch = touch || size.Width < 600,
                ReducedMotion = ReducedMotion.Reduce,
                // Somebody's cookies on a new device, where no worker of ours answers yet.
                StorageState = signedInAs is null ? null : await signedInAs.Context.StorageStateAsync(),
                ServiceWorkers = signedInAs is null ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            }
        );
        // How long a busy machine may take; nothing waits for longer than it must.
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Signs in through the form, as <paramref name="account"/>; the house then speaks English, whatever they prefer.</summary>
    protected async Task SignInAsync(IPage page, DemoAccount account)
    {
        await SpeakAsync(account, "EN");
        await page.GetByLabel("E-mail").FillAsync(account.Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(account.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation).First.WaitForAsync();
    }

    /// <summary>A resident of Lindenhof who joined by invitation: an account that no other journey knows.</summary>
    protected async Task<DemoAccount> NewResidentAsync(string name)
    {
        var board = Cooperator.Account("lindenhof", "ADMIN");
        var email = $"{name}@example.org".ToLowerInvariant();
        var added = await AskAsync(
            board,
            $$"""mutation { addMember(input: { givenName: "{{name}}", familyName: "Neu", joinedOn: "2026-01-01" }) { member { id } } }"""
        );
        var id = added.GetProperty("addMember").GetProperty("member").GetProperty("id").GetString();
        await AskAsync(
            board,
            $$"""mutation { inviteMember(input: { memberId: "{{id}}", email: "{{email}}" }) { invitation { id } } }"""
        );
        var link = await Letters.LinkAsync(Cooperator, email, InvitationLink());
        var resident = new DemoAccount("lindenhof", email, "a-flat-with-four-windows", ["RESIDENT"]);
        using var client = new HttpClient { BaseAddress = Cooperator.Address };
        // State-changing requests of browsers carry a header that no form can send.
        client.DefaultRequestHeaders.Add("Cooperator-Client", "journey");
        var accepted = await client.PostAsJsonAsync(
            $"/auth/invitations{link["/invitation".Length..]}/accept",
            new { name, resident.Password }
        );
        accepted.EnsureSuccessStatusCode();
        return resident;
    }

    [GeneratedRegex(@"/invitation/lindenhof/[A-Za-z0-9_\-]+", RegexOptions.None, 1000)]
    protected static partial Regex InvitationLink();

    protected static async Task SignOutAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
    }

    protected static Task PhotographAsync(IPage page, string moment, [CallerMemberName] string journey = "") =>
        page.ScreenshotAsync(
            new() { Path = Path.Combine(RunningCooperator.Screenshots, $"{journey}-{moment}.png"), FullPage = true }
        );

    /// <summary>Presses the button of this name on the page itself.</summary>
    protected static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .First.ClickAsync();

    /// <summary>Sends a form off and waits until its dialog is gone: it goes only when the co-op has said yes.</summary>
    protected static async Task SendAsync(ILocator dialog, string action)
    {
        await dialog.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>Picks whom typing part of the name brings up.</summary>
    protected static async Task ChooseAsync(ILocator form, string field, string partOfName)
    {
        await form.GetByLabel(field, new() { Exact = true }).FillAsync(partOfName);
        await form
            .Page.GetByRole(AriaRole.Listbox)
            .GetByRole(AriaRole.Option)
            .Filter(new() { HasText = partOfName })
            .First.ClickAsync();
    }

    protected static async Task ExpectNoSidewaysScrollingAsync(IPage page, string where)
    {
        // A frame later: just after a change of the window's size, media queries may still be those of the size before.
        var tooWide = await page.EvaluateAsync<string?>(
            """
            async () => {
              await new Promise(requestAnimationFrame);
              await new Promise(requestAnimationFrame);
              return document.documentElement.scrollWidth <= innerWidth ? null
                : `${document.documentElement.scrollWidth} of ${innerWidth}: ` + [...document.querySelectorAll('*')]
                    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
                    .slice(0, 6).map((e) => `${e.localName}.${e.className}`).join(' ');
            }
            """
        );
        Assert.True(tooWide is null, $"{where} scrolls sideways: {tooWide}");
    }

    /// <summary>In which language the account is spoken to.</summary>
    protected async Task SpeakAsync(DemoAccount account, string language)
    {
        using var client = await ProgramAsync(account);
        (await client.PatchAsJsonAsync("/auth/profile", new { language })).EnsureSuccessStatusCode();
    }

    /// <summary>Asks the API directly, for what a journey finds there already.</summary>
    protected async Task<JsonElement> AskAsync(DemoAccount account, string query)
    {
        using var client = await ProgramAsync(account);
        var answer = await (
            await client.PostAsJsonAsync("/graphql", new { query })
        ).Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("data");
    }

    private async Task<HttpClient> ProgramAsync(DemoAccount account)
    {
        var client = new HttpClient { BaseAddress = cooperator.Address };
        var signedIn = await client.PostAsJsonAsync("/auth/token", new { account.Email, account.Password });
        var tokens = await signedIn.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.GetProperty("accessToken").GetString());
        client.DefaultRequestHeaders.Add("Cooperator-Coop", account.Coop);
        return client;
    }

    /// <summary>Waits until the screen shows what it has: a heading, and no placeholder any more.</summary>
    protected static async Task SettledAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await Assertions
            .Expect(page.Locator("[aria-busy=true], coop-skeleton, coop-more button:disabled"))
            .ToHaveCountAsync(0);
    }
}
