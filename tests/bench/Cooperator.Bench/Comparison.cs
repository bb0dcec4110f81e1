namespace Cooperator.Bench;

/// <summary>The API beside the floor: each question in turns, so that what the machine does meanwhile meets both.</summary>
internal static class Comparison
{
    private const int Connections = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    // The runtime compiles a method again once it is known to be busy; until it is through with all of them, it is the
    // compiler that is measured.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(40);

    public static async Task RunAsync(ServerProcess api, ServerProcess floor, Lindenhof lindenhof)
    {
        (string Name, Scenario Api, Scenario Floor)[] questions =
        [
            (
                "one member with unit",
                new Scenario(
                    "api",
                    () => lindenhof.Ask(Lindenhof.MemberQuery, new { id = lindenhof.MemberId }),
                    HasNoErrors
                ),
                new Scenario("floor", () => Get($"/member/{lindenhof.MemberRowId}"), HasNoErrors)
            ),
            (
                "members page of 50 with units and roles",
                new Scenario("api", () => lindenhof.Ask(Lindenhof.PageQuery), HasNoErrors),
                new Scenario("floor", () => Get("/members"), HasNoErrors)
            ),
        ];

        Console.WriteLine(
            "| question | floor: CPU µs/request | requests/s | API: CPU µs/request | requests/s | p95 ms | CPU ratio | throughput ratio |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, onApi, onFloor) in questions)
        {
            await Load.RunAsync(api, onApi, Connections, WarmUp);
            await Load.RunAsync(floor, onFloor, Connections, WarmUp / 4);
            var (apiRuns, floorRuns) = (new List<Measurement>(), new List<Measurement>());
            for (var round = 0; round < Rounds; round++)
            {
                apiRuns.Add(await Load.RunAsync(api, onApi, Connections, Round));
                floorRuns.Add(await Load.RunAsync(floor, onFloor, Connections, Round));
            }

            var wrong = apiRuns.Concat(floorRuns).Sum(run => run.Wrong);
            var (a, f) = (Median(apiRuns), Median(floorRuns));
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {name} | {f.CpuMicrosecondsPerRequest:0} | {f.PerSecond:0} | {a.CpuMicrosecondsPerRequest:0} | {a.PerSecond:0} | {a.P95:0.0} | **{a.CpuMicrosecondsPerRequest / f.CpuMicrosecondsPerRequest:0.00}** | {a.PerSecond / f.PerSecond:0.00} |"
                ) + (wrong > 0 ? $" {wrong} wrong answers!" : "")
            );
        }
    }

    private static Measurement Median(List<Measurement> runs) =>
        runs.OrderBy(run => run.CpuMicrosecondsPerRequest).ElementAt(runs.Count / 2);

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, new Uri(path, UriKind.Relative));

    private static bool HasNoErrors(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("{\"data\":{\"member"u8) && body.Length > 100;
}
