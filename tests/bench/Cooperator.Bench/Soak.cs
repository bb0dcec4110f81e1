using System.Diagnostics;

namespace Cooperator.Bench;

/// <summary>Many at once for a while: no error, steady memory.</summary>
internal static class Soak
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(ServerProcess api, Lindenhof lindenhof, TimeSpan duration)
    {
        var turn = 0;
        var scenario = new Scenario(
            "mixed",
            () =>
                Interlocked.Increment(ref turn) % 2 == 0
                    ? lindenhof.Ask(Lindenhof.PageQuery)
                    : lindenhof.Ask(Lindenhof.MemberQuery, new { id = lindenhof.MemberId }),
            body => body.Span.IndexOf("\"errors\""u8) < 0 && body.Length > 100
        );

        Console.WriteLine(
            "| second | requests | wrong | requests/s | p50 ms | p99 ms | CPU µs a request | resident MiB |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < duration; )
        {
            var run = await Load.RunAsync(api, scenario, AtOnce, Window);
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {clock.Elapsed.TotalSeconds:0} | {run.Requests} | {run.Wrong} | {run.PerSecond:0} | {run.P50:0} | {run.P99:0} | {run.CpuMicrosecondsPerRequest:0} | {run.ResidentMiB:0} |"
                )
            );
        }
    }
}
