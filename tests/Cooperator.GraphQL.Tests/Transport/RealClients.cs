using System.Text.Json;
using Cooperator.GraphQL.Tests.Differential;
using Cooperator.GraphQL.Tests.Transport.Support;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>The audits of graphql-http, and the clients people use: graphql-ws, graphql-sse, Apollo Client.</summary>
public sealed class RealClients
{
    [Fact]
    public async Task Are_served_as_they_expect()
    {
        await using var server = await TransportServer.StartAsync();
        using var script = NodeScript.Start("Cooperator.GraphQL.Tests/clients", "clients.mjs", server.Url.ToString());
        script.StandardInput.Close();
        var errors = script.StandardError.ReadToEndAsync();
        var lines = await Eventually.SoonAsync(script.StandardOutput.ReadToEndAsync());
        await Eventually.SoonAsync(script.WaitForExitAsync());
        Assert.Equal((0, ""), (script.ExitCode, await errors));

        var checks = lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Check>(line, JsonSerializerOptions.Web)!)
            .ToList();
        var failed = checks.FindAll(check => check.Fault is not null);
        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Assert.True(checks.Count > 70, $"Only {checks.Count} checks were run.");
        await server.Probe.StreamsAsync(0);
    }

    private sealed record Check(string Name, string? Fault);
}
