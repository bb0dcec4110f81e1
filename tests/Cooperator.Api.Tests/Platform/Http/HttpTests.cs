using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cooperator.Api.Tests.Platform.Http;

public sealed class HttpTests
{
    [Fact]
    public async Task Refuses_too_many_guesses_from_one_address_and_says_when_to_come_again()
    {
        await using var program = await ProgramOnServer.StartAsync(("RateLimits:AuthPerMinute", "2"));
        using var client = program.CreateClient();
        for (var i = 0; i < 2; i++)
        {
            using var allowed = await client.PostAsJsonAsync("/auth/nothing-here", new { });
            Assert.NotEqual(HttpStatusCode.TooManyRequests, allowed.StatusCode);
        }

        using var refused = await client.PostAsJsonAsync("/auth/nothing-here", new { });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("TOO_MANY_REQUESTS", await CodeAsync(refused));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task Answers_an_unknown_address_of_the_api_with_a_problem_and_a_trace_id()
    {
        await using var program = await ProgramOnServer.StartAsync();
        using var client = program.CreateClient();

        using var answer = await client.GetAsync("/auth/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("urn:cooperator:problem:not-found", problem.RootElement.GetProperty("type").GetString());
        Assert.Matches("^[0-9a-f]{32}$", problem.RootElement.GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task Tells_browsers_what_not_to_do()
    {
        await using var program = await ProgramOnServer.StartAsync();
        using var client = program.CreateClient();

        using var answer = await client.GetAsync("/health");

        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Tells_browsers_what_not_to_do_also_when_something_fails()
    {
        await using var program = await ProgramOnServer.StartAsync();
        using var client = program.CreateClient(new() { BaseAddress = new("https://house.example") });
        await program.TakeDatabaseAwayAsync();

        using var answer = await client.PostAsJsonAsync("/auth/token", new { email = "a@example.org", password = "b" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("max-age", Header(answer, "Strict-Transport-Security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_network_of_the_new_kind_for_one_caller_and_an_old_address_for_itself_in_any_spelling()
    {
        await using var program = await ProgramOnServer.StartAsync(
            ("RateLimits:AuthPerMinute", "2"),
            ("Proxy:Networks:0", "127.0.0.0/8")
        );
        using var client = program.CreateClient();

        Assert.Equal(
            [404, 404, 429, 404],
            await StatusesAsync("2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:3:4:5:6", "2001:db8:1:3::1")
        );
        Assert.Equal(
            [404, 404, 429, 404],
            await StatusesAsync("192.0.2.1", "::ffff:192.0.2.1", "192.0.2.1", "192.0.2.2")
        );

        async Task<List<int>> StatusesAsync(params string[] callers)
        {
            var statuses = new List<int>();
            foreach (var caller in callers)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/nothing-here");
                request.Headers.Add("X-Forwarded-For", caller.Contains(':') ? $"[{caller}]" : caller);
                using var answer = await client.SendAsync(request);
                statuses.Add((int)answer.StatusCode);
            }

            return statuses;
        }
    }

    [Fact]
    public async Task Looks_behind_as_many_trusted_proxies_as_there_are()
    {
        await using var program = await ProgramOnServer.StartAsync(
            ("RateLimits:AuthPerMinute", "1"),
            ("Proxy:Networks:0", "127.0.0.0/8"),
            ("Proxy:Networks:1", "10.0.0.0/8")
        );
        using var client = program.CreateClient();

        Assert.Equal(404, await StatusAsync("192.0.2.1, 10.0.0.1"));
        Assert.Equal(404, await StatusAsync("192.0.2.2, 10.0.0.1"));
        // What the caller itself says of where it comes from is not believed.
        Assert.Equal(429, await StatusAsync("203.0.113.9, 192.0.2.2, 10.0.0.1"));

        async Task<int> StatusAsync(string forwardedFor)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/nothing-here");
            request.Headers.Add("X-Forwarded-For", forwardedFor);
            using var answer = await client.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("code").GetString();
    }
}
