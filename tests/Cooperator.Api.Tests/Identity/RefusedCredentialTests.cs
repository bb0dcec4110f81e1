using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Cooperator.Api.Tests.Identity;

public sealed class RefusedCredentialTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    private const int Most = 5;

    [Fact]
    public async Task Who_tries_out_tokens_is_stopped_and_who_has_one_is_not()
    {
        await using var program = Limited();
        var tokens = await house.TokensAsync(await house.AddPersonAsync());
        for (var i = 0; i < Most - 1; i++)
        {
            await (await AskAsync(program, $"coop_pat_guess{i}")).ProblemAsync(401, "TOKEN_INVALID");
            Assert.Equal(200, (int)(await AskAsync(program, tokens.Access)).StatusCode);
        }

        await (await AskAsync(program, "coop_pat_last")).ProblemAsync(401, "TOKEN_INVALID");
        for (var i = 0; i < 20 - Most; i++)
        {
            using var refused = await AskAsync(program, $"coop_pat_more{i}");
            await refused.ProblemAsync(429, "TOO_MANY_REQUESTS");
            Assert.NotNull(refused.Headers.RetryAfter);
        }
    }

    [Fact]
    public async Task Who_tries_out_cookies_is_stopped_and_tokens_and_strangers_are_not()
    {
        await using var program = Limited();
        var tokens = await house.TokensAsync(await house.AddPersonAsync());
        for (var i = 0; i < Most; i++)
        {
            await (await TryCookieAsync()).ProblemAsync(401, "UNAUTHENTICATED");
        }

        await (await TryCookieAsync()).ProblemAsync(429, "TOO_MANY_REQUESTS");
        Assert.Equal(200, (int)(await AskAsync(program, tokens.Access)).StatusCode);
        using var stranger = program.CreateClient();
        Assert.Equal(200, (int)(await stranger.GetAsync("/auth/session")).StatusCode);

        async Task<HttpResponseMessage> TryCookieAsync()
        {
            using var thief = program.CreateClient(new() { HandleCookies = false });
            thief.DefaultRequestHeaders.Add("Cookie", $"cooperator={Guid.NewGuid():N}.guess");
            return await thief.GetAsync("/auth/profile");
        }
    }

    private WebApplicationFactory<Program> Limited() =>
        house.WithWebHostBuilder(host => host.UseSetting("RateLimits:RequestsPerMinute", $"{Most}"));

    private static async Task<HttpResponseMessage> AskAsync(WebApplicationFactory<Program> program, string token)
    {
        using var client = program.CreateClient(new() { HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await client.PostAsJsonAsync("/graphql", new { query = "{ me { account { email } } }" });
    }
}
