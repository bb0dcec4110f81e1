using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;

namespace Cooperator.Api.Tests.Identity;

public sealed class PasskeyTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Fact]
    public async Task A_passkey_is_added_signs_in_and_is_removed()
    {
        var person = await house.AddPersonAsync();
        var browser = Of(await house.SignedInAsync(person));
        using var key = new SoftwareKey();
        var added = await (await AddAsync(browser, key, "Phone")).JsonAsync(200);
        Assert.Equal("Phone", added.Text("name"));
        var listed = Assert.Single((await (await browser.GetAsync("/auth/passkeys")).JsonAsync(200)).EnumerateArray());
        Assert.Equal(added.Text("id"), listed.Text("id"));

        var elsewhere = Of(house.Browser());
        var session = await (await SignInAsync(elsewhere, key)).JsonAsync(200);
        Assert.Equal(person.Email, session.GetProperty("account").Text("email"));
        await (await elsewhere.GetAsync("/auth/profile")).JsonAsync(200);

        Assert.Equal(204, (int)(await browser.DeleteAsync($"/auth/passkeys/{added.Text("id")}")).StatusCode);
        await (await browser.DeleteAsync($"/auth/passkeys/{added.Text("id")}")).ProblemAsync(404, "PASSKEY_NOT_FOUND");
        await (await SignInAsync(Of(house.Browser()), key)).ProblemAsync(401, "PASSKEY_REJECTED");
    }

    [Fact]
    public async Task A_passkey_is_renamed_by_its_owner_and_signs_in_as_before()
    {
        var browser = Of(await house.SignedInAsync(await house.AddPersonAsync()));
        using var key = new SoftwareKey();
        var address = $"/auth/passkeys/{(await (await AddAsync(browser, key, "Phone")).JsonAsync(200)).Text("id")}";

        var renamed = await (await browser.PatchAsJsonAsync(address, new { name = " Key on the ring " })).JsonAsync(
            200
        );
        Assert.Equal("Key on the ring", renamed.Text("name"));
        await (await SignInAsync(Of(house.Browser()), key)).JsonAsync(200);

        var unnamed = await (await browser.PatchAsJsonAsync(address, new { name = " " })).ProblemAsync(
            400,
            "INVALID_INPUT"
        );
        Assert.Equal(["name:REQUIRED"], unnamed.Faults());
        var neighbour = await house.SignedInAsync(await house.AddPersonAsync());
        await (await neighbour.PatchAsJsonAsync(address, new { name = "Mine" })).ProblemAsync(404, "PASSKEY_NOT_FOUND");
        await (await browser.PatchAsJsonAsync("/auth/passkeys/!", new { name = "None" })).ProblemAsync(
            404,
            "PASSKEY_NOT_FOUND"
        );
        var listed = Assert.Single((await (await browser.GetAsync("/auth/passkeys")).JsonAsync(200)).EnumerateArray());
        Assert.Equal("Key on the ring", listed.Text("name"));
    }

    [Fact]
    public async Task An_answer_is_good_for_its_own_challenge_only()
    {
        var browser = Of(await house.SignedInAsync(await house.AddPersonAsync()));
        using var key = new SoftwareKey();
        await AddAsync(browser, key, "Phone");

        var other = Of(house.Browser());
        var options = await (await other.PostAsJsonAsync("/auth/passkeys/sign-in/options", new { })).JsonAsync(200);
        var credential = key.Sign(options);
        await (await other.PostAsJsonAsync("/auth/passkeys/sign-in", new { credential })).JsonAsync(200);
        var replayed = await other.PostAsJsonAsync("/auth/passkeys/sign-in", new { credential });
        await replayed.ProblemAsync(401, "PASSKEY_REJECTED");
        var unasked = await Of(house.Browser()).PostAsJsonAsync("/auth/passkeys/sign-in", new { credential });
        await unasked.ProblemAsync(401, "PASSKEY_REJECTED");
    }

    [Fact]
    public async Task A_foreign_page_can_not_use_it()
    {
        var browser = Of(await house.SignedInAsync(await house.AddPersonAsync()));
        using var key = new SoftwareKey();
        await AddAsync(browser, key, "Phone");
        var other = Of(house.Browser());
        var options = await (await other.PostAsJsonAsync("/auth/passkeys/sign-in/options", new { })).JsonAsync(200);
        var credential = key.Sign(options, "https://evil.example");
        var answer = await other.PostAsJsonAsync("/auth/passkeys/sign-in", new { credential });
        await answer.ProblemAsync(401, "PASSKEY_REJECTED");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_that_does_not_ask_who_holds_it_is_no_second_factor(bool totp)
    {
        var browser = Of(await house.SignedInAsync(await house.AddPersonAsync()));
        if (totp)
        {
            var secret = (await (await browser.PostAsync("/auth/totp/setup", null)).JsonAsync(200)).Text("secret");
            var code = Authenticator.Code(secret, house.Clock.Now);
            await (await browser.PostAsJsonAsync("/auth/totp/confirm", new { code })).JsonAsync(200);
        }

        using var key = new SoftwareKey { Verifies = false };
        await (await AddAsync(browser, key, "Found on the stairs")).ProblemAsync(400, "PASSKEY_REJECTED");
        key.Verifies = true;
        await (await AddAsync(browser, key, "Phone")).JsonAsync(200);
        key.Verifies = false;
        await (await SignInAsync(Of(house.Browser()), key)).ProblemAsync(401, "PASSKEY_REJECTED");
    }

    [Fact]
    public async Task Browsers_are_told_to_ask_who_holds_the_key()
    {
        var browser = Of(await house.SignedInAsync(await house.AddPersonAsync()));
        var offer = await (await browser.PostAsync("/auth/passkeys/options", null)).JsonAsync(200);
        Assert.Equal("required", offer.GetProperty("authenticatorSelection").Text("userVerification"));
        var challenge = await (await browser.PostAsync("/auth/passkeys/sign-in/options", null)).JsonAsync(200);
        Assert.Equal("required", challenge.Text("userVerification"));
    }

    [Fact]
    public async Task Two_devices_sign_in_at_the_same_moment()
    {
        var browser = Of(await house.SignedInAsync(await house.AddPersonAsync()));
        using var phone = new SoftwareKey();
        using var laptop = new SoftwareKey();
        await (await AddAsync(browser, phone, "Phone")).JsonAsync(200);
        await (await AddAsync(browser, laptop, "Laptop")).JsonAsync(200);

        var answers = await Task.WhenAll(
            SignInAsync(Of(house.Browser()), phone),
            SignInAsync(Of(house.Browser()), laptop)
        );

        Assert.All(answers, answer => Assert.Equal(200, (int)answer.StatusCode));
    }

    [Fact]
    public async Task A_house_with_an_address_takes_no_other_pages_word_for_its_own()
    {
        const string Here = "https://house.example";
        await using var program = house.WithWebHostBuilder(host => host.UseSetting("Site:PublicUrl", Here + "/"));
        var person = await house.AddPersonAsync();
        var browser = At(Here);
        await (await browser.PostAsJsonAsync("/auth/sign-in", new { person.Email, person.Password })).JsonAsync(200);
        using var key = new SoftwareKey();
        var offer = await (await browser.PostAsync("/auth/passkeys/options", null)).JsonAsync(200);
        var added = new { name = "Phone", credential = key.Create(offer, Here) };
        await (await browser.PostAsJsonAsync("/auth/passkeys", added)).JsonAsync(200);

        await (await SignAtAsync("https://evil.example")).ProblemAsync(401, "PASSKEY_REJECTED");
        await (await SignAtAsync("https://house.example:444")).ProblemAsync(401, "PASSKEY_REJECTED");
        await (await SignAtAsync(Here)).JsonAsync(200);

        HttpClient At(string origin)
        {
            var client = program.CreateClient();
            client.DefaultRequestHeaders.Add("Cooperator-Client", "web");
            client.DefaultRequestHeaders.Add("Origin", origin);
            return client;
        }

        async Task<HttpResponseMessage> SignAtAsync(string origin)
        {
            var client = At(origin);
            var options = await (await client.PostAsync("/auth/passkeys/sign-in/options", null)).JsonAsync(200);
            Assert.Equal("house.example", options.Text("rpId"));
            return await client.PostAsJsonAsync(
                "/auth/passkeys/sign-in",
                new { credential = key.Sign(options, origin) }
            );
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"id":"x","rawId":"x","type":"public-key","response":{}}""")]
    public async Task Nonsense_is_rejected(string credential)
    {
        var browser = Of(house.Browser());
        await browser.PostAsJsonAsync("/auth/passkeys/sign-in/options", new { });
        using var body = new StringContent($$"""{"credential":{{credential}}}""", null, "application/json");
        await (await browser.PostAsync("/auth/passkeys/sign-in", body)).ProblemAsync(401, "PASSKEY_REJECTED");
    }

    private static async Task<HttpResponseMessage> AddAsync(HttpClient browser, SoftwareKey key, string name)
    {
        var options = await (await browser.PostAsync("/auth/passkeys/options", null)).JsonAsync(200);
        return await browser.PostAsJsonAsync("/auth/passkeys", new { name, credential = key.Create(options) });
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, SoftwareKey key)
    {
        var options = await (await browser.PostAsJsonAsync("/auth/passkeys/sign-in/options", new { })).JsonAsync(200);
        return await browser.PostAsJsonAsync("/auth/passkeys/sign-in", new { credential = key.Sign(options) });
    }

    /// <summary>Browsers name the page's origin with each request that may change something.</summary>
    private static HttpClient Of(HttpClient browser)
    {
        browser.DefaultRequestHeaders.Add("Origin", SoftwareKey.Origin);
        return browser;
    }
}
