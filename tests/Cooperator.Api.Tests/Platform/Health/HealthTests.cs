using System.Net;
using System.Text.Json;

namespace Cooperator.Api.Tests.Platform.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Names_the_database_while_it_is_away_and_heals_when_it_is_back()
    {
        await using var program = await ProgramOnServer.StartAsync();
        using var client = program.CreateClient();
        Assert.Equal((HttpStatusCode.OK, "ready", "up"), await AskAsync(client));

        await program.TakeDatabaseAwayAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable", "down"), await AskAsync(client));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);

        await program.BringDatabaseBackAsync();
        await Eventually.HoldsAsync(async () => await AskAsync(client) == (HttpStatusCode.OK, "ready", "up"));
    }

    [Fact]
    public async Task Tells_when_the_node_does_not_hear_what_happens_and_serves_on()
    {
        await using var program = await ProgramOnServer.StartAsync();
        using var client = program.CreateClient();
        Assert.Equal((HttpStatusCode.OK, "up"), await EventsAsync(client));

        await program.ExecuteAsync("ALTER ROLE cooperator_relay NOLOGIN");
        await program.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'cooperator_relay'"
        );
        await Eventually.HoldsAsync(async () => await EventsAsync(client) == (HttpStatusCode.OK, "degraded"));

        await program.ExecuteAsync("ALTER ROLE cooperator_relay LOGIN");
        await Eventually.HoldsAsync(async () => await EventsAsync(client) == (HttpStatusCode.OK, "up"));
    }

    private static async Task<(HttpStatusCode, string?)> EventsAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/health");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var events = json.RootElement.GetProperty("parts").GetProperty("events");
        return (answer.StatusCode, events.GetProperty("status").GetString());
    }

    private static async Task<(HttpStatusCode, string?, string?)> AskAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/health");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var database = json.RootElement.GetProperty("parts").GetProperty("database");
        return (
            answer.StatusCode,
            json.RootElement.GetProperty("status").GetString(),
            database.GetProperty("status").GetString()
        );
    }
}
