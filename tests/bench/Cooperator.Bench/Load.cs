using System.Diagnostics;

namespace Cooperator.Bench;

/// <summary>One request to repeat, and how to tell that its answer is right.</summary>
internal sealed record Scenario(
    string Name,
    Func<HttpRequestMessage> Request,
    Func<ReadOnlyMemory<byte>, bool> IsRight
);

/// <summary>What one run of a scenario showed. Latencies in milliseconds.</summary>
internal sealed record Measurement(
    int Requests,
    int Wrong,
    double PerSecond,
    double CpuMicrosecondsPerRequest,
    double P50,
    double P95,
    double P99,
    double ResidentMiB
);

/// <summary>A closed-loop load: each connection sends its next request when the last was answered.</summary>
internal static class Load
{
    public static async Task<Measurement> RunAsync(
        ServerProcess server,
        Scenario scenario,
        int connections,
        TimeSpan duration
    )
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false };
        using var client = new HttpMessageInvoker(handler);
        var latencies = new List<double>[connections];
        var wrong = 0;
        var cpuBefore = server.CpuSeconds;
        var clock = Stopwatch.StartNew();

        await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(async connection =>
                {
                    var mine = latencies[connection] = new List<double>(4096);
                    while (clock.Elapsed < duration)
                    {
                        var started = Stopwatch.GetTimestamp();
                        if (!await SendAsync(client, server, scenario))
                        {
                            Interlocked.Increment(ref wrong);
                        }

                        mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    }
                })
        );

        var elapsed = clock.Elapsed.TotalSeconds;
        var cpu = server.CpuSeconds - cpuBefore;
        var sorted = latencies.SelectMany(l => l).Order().ToArray();
        return new Measurement(
            sorted.Length,
            wrong,
            sorted.Length / elapsed,
            cpu * 1_000_000 / sorted.Length,
            At(sorted, 0.50),
            At(sorted, 0.95),
            At(sorted, 0.99),
            server.ResidentMiB
        );
    }

    private static async Task<bool> SendAsync(HttpMessageInvoker client, ServerProcess server, Scenario scenario)
    {
        using var request = scenario.Request();
        request.RequestUri = new Uri(server.Address, request.RequestUri!);
        try
        {
            using var response = await client.SendAsync(request, CancellationToken.None);
            var body = await response.Content.ReadAsByteArrayAsync();
            return response.IsSuccessStatusCode && scenario.IsRight(body);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double At(double[] sorted, double quantile) => sorted[(int)(quantile * (sorted.Length - 1))];
}
