using System.Text.Json;
using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>A passkey instead of a password, made by a virtual authenticator of the browser.</summary>
public sealed class SigningInByKey(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    [Fact]
    public async Task A_resident_adds_and_renames_a_passkey_signs_in_with_it_and_removes_it()
    {
        var resident = await NewResidentAsync("Pascale");
        var page = await OpenAsync("/", Desktop);
        await HoldAnAuthenticatorAsync(page);
        await SignInAsync(page, resident);
        await page.GotoAsync("/account/security");
        await SettledAsync(page);

        await PressAsync(page, "Add a passkey");
        await page.GetByLabel("Name").FillAsync("Key");
        await PhotographAsync(page, "form");
        await PressAsync(page, "Create the passkey");

        // It gets a better name without the mouse.
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename the passkey “Key”" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Name")).ToBeFocusedAsync();
        await PhotographAsync(page, "renaming");
        await Accessibility.ExpectNothingAsync(page, "renaming a passkey");
        await page.Keyboard.TypeAsync("Key on the ring");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Key on the ring").WaitForAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Rename the passkey “Key on the ring”" }))
            .ToBeFocusedAsync();
        await PhotographAsync(page, "added");
        await Accessibility.ExpectNothingAsync(page, "a passkey");

        // Signed out, the key alone lets in.
        await SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Hello Pascale" }).WaitForAsync();

        // Removed, it no longer does, and the page says so.
        await page.GotoAsync("/account/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey “Key on the ring”" }).ClickAsync();
        await SendAsync(page.GetByRole(AriaRole.Alertdialog), "Remove");
        await Assertions.Expect(page.GetByText("Key on the ring")).ToHaveCountAsync(0);
        await SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByText("This passkey is not known here.").WaitForAsync();
        await PhotographAsync(page, "unknown");
        await Accessibility.ExpectNothingAsync(page, "a passkey that is not known");
    }

    private static async Task HoldAnAuthenticatorAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        };
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = options });
    }
}
