using System.Buffers.Binary;
using System.Security.Cryptography;
using Cooperator.E2E.Tests.Support;
using Microsoft.Playwright;

namespace Cooperator.E2E.Tests;

/// <summary>A resident makes the account safer: a new password, then a second step.</summary>
public sealed class Security(RunningCooperator cooperator, Chromium chromium) : Journey(cooperator, chromium)
{
    private const string NewPassword = "a-balcony-with-seven-tomatoes";

    [Fact]
    public async Task A_resident_changes_the_password_and_adds_a_second_step()
    {
        var resident = await NewResidentAsync("Sibylle");
        var page = await OpenAsync("/", Desktop);
        await SignInAsync(page, resident);
        await page.GotoAsync("/account/security");
        await SettledAsync(page);

        // A wrong password is refused beside the field; the right one is taken.
        await ChangePasswordAsync(page, "not-my-password-at-all");
        await page.GetByText("This is not your current password.").WaitForAsync();
        await PhotographAsync(page, "refused");
        await ChangePasswordAsync(page, resident.Password);
        await page.GetByText("Your password is changed.").WaitForAsync();
        await Assertions.Expect(page.GetByLabel("New password")).ToHaveValueAsync("");

        // The second step is set up with a code of the app.
        await PressAsync(page, "Set up");
        await page.GetByAltText("The picture to scan", new() { Exact = false }).WaitForAsync();
        var secret = await page.Locator("code.secret").InnerTextAsync();
        await PhotographAsync(page, "scan");
        await Accessibility.ExpectNothingAsync(page, "setting up the second step");
        await page.GetByLabel("The code the app shows now").FillAsync("000000");
        await PressAsync(page, "Turn on");
        await page.GetByText("This code is not right").WaitForAsync();
        await page.GetByLabel("The code the app shows now").FillAsync(CodeOf(secret, DateTimeOffset.UtcNow));
        await PressAsync(page, "Turn on");
        var codes = page.Locator("ol.codes li");
        await codes.First.WaitForAsync();
        var recoveryCode = await codes.First.InnerTextAsync();
        await PhotographAsync(page, "recovery-codes");
        await Accessibility.ExpectNothingAsync(page, "the recovery codes");
        await page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await PhotographAsync(page, "recovery-codes-phone");
        await ExpectNoSidewaysScrollingAsync(page, "the recovery codes");
        await PressAsync(page, "I have kept them");
        await page.GetByText("After your password we ask for a code").WaitForAsync();

        // Elsewhere the next code of the app lets in: the one that set it up is spent.
        var elsewhere = await OpenAsync("/", Phone, ColorScheme.Dark);
        await GivePasswordAsync(elsewhere, resident.Email);
        await elsewhere.GetByRole(AriaRole.Heading, new() { Name = "One more step" }).WaitForAsync();
        await PhotographAsync(elsewhere, "second-step");
        await Accessibility.ExpectNothingAsync(elsewhere, "the second step");
        await GiveCodeAsync(elsewhere, "Code", CodeOf(secret, DateTimeOffset.UtcNow.AddSeconds(30)));
        await elsewhere.GetByRole(AriaRole.Navigation).First.WaitForAsync();

        // Without the phone a recovery code does, once.
        var third = await OpenAsync("/", Desktop);
        await GivePasswordAsync(third, resident.Email);
        await third.GetByRole(AriaRole.Button, new() { Name = "Use a recovery code instead" }).ClickAsync();
        await GiveCodeAsync(third, "Recovery code", recoveryCode);
        await third.GetByRole(AriaRole.Navigation).First.WaitForAsync();
        var fourth = await OpenAsync("/", Desktop);
        await GivePasswordAsync(fourth, resident.Email);
        await fourth.GetByRole(AriaRole.Button, new() { Name = "Use a recovery code instead" }).ClickAsync();
        await GiveCodeAsync(fourth, "Recovery code", recoveryCode);
        await fourth.GetByText("This code is not right").WaitForAsync();
        await PhotographAsync(fourth, "used-code");
    }

    private static async Task ChangePasswordAsync(IPage page, string current)
    {
        await page.GetByLabel("Current password").FillAsync(current);
        await page.GetByLabel("New password").FillAsync(NewPassword);
        await PressAsync(page, "Change the password");
    }

    private static async Task GivePasswordAsync(IPage page, string email)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task GiveCodeAsync(IPage page, string label, string code)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>What an authenticator app shows at that moment (RFC 6238).</summary>
    private static string CodeOf(string secret, DateTimeOffset now)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Select(c => Convert.ToString(alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What the apps of this world compute.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
