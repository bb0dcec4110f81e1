using System.Net.Http.Json;
using System.Text.Json;
using Cooperator.E2E.Tests.Support;

namespace Cooperator.E2E.Tests;

/// <summary>
/// Who builds on Relay can build on theCooperator: its compiler takes the schema, its runtime pages, refetches, writes and
/// listens.
/// </summary>
public sealed class RelayClient(RunningCooperator cooperator)
{
    [Fact]
    public async Task Is_served_as_it_expects()
    {
        var account = cooperator.Account("seestrasse", "ADMIN");
        using var client = new HttpClient { BaseAddress = cooperator.Address };
        using var signedIn = await client.PostAsJsonAsync("/auth/token", new { account.Email, account.Password });
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;

        using var script = NodeScript.Start(
            "Cooperator.E2E.Tests/relay",
            "relay.mjs",
            cooperator.Address.ToString(),
            token,
            account.Coop
        );
        script.StandardInput.Close();
        var errors = script.StandardError.ReadToEndAsync();
        var lines = await script.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(3));
        await script.WaitForExitAsync();

        Assert.Equal((0, ""), (script.ExitCode, await errors));
        var checks = lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Check>(line, JsonSerializerOptions.Web)!)
            .ToList();
        Assert.Equal(6, checks.Count);
        Assert.All(checks, check => Assert.Null(check.Fault));
    }

    private sealed record Check(string Name, string? Fault);
}
