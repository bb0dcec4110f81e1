namespace Cooperator.Bench;

/// <summary>One server's way of being asked a question.</summary>
internal sealed record Contestant(string Name, ServerProcess Server, Func<HttpRequestMessage> Ask);

/// <summary>A question, and who is asked; the first one is the floor, which the others are measured against.</summary>
internal sealed record Question(string Name, IReadOnlyList<Contestant> Contestants);

/// <summary>All servers beside the floor: each question in turns, so that what the machine does meanwhile meets everybody.</summary>
internal static class Comparison
{
    private const int Connections = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    // The runtime compiles a method again once it is known to be busy; until it is through with all of them, it is the
    // compiler that is measured.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(40);

    public static async Task RunAsync(IEnumerable<Question> questions)
    {
        Console.WriteLine("| question | server | CPU µs/request | × floor | requests/s | × floor | p50 ms | p95 ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var question in questions)
        {
            var runs = question.Contestants.ToDictionary(c => c, _ => new List<Measurement>());
            foreach (var contestant in question.Contestants)
            {
                await AskAsync(contestant, WarmUp);
            }

            for (var round = 0; round < Rounds; round++)
            {
                foreach (var contestant in question.Contestants)
                {
                    runs[contestant].Add(await AskAsync(contestant, Round));
                }
            }

            var floor = Median(runs[question.Contestants[0]]);
            foreach (var contestant in question.Contestants)
            {
                var run = Median(runs[contestant]);
                var wrong = runs[contestant].Sum(r => r.Wrong);
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"| {question.Name} | {contestant.Name} | {run.CpuMicrosecondsPerRequest:0} | **{run.CpuMicrosecondsPerRequest / floor.CpuMicrosecondsPerRequest:0.00}** | {run.PerSecond:0} | {run.PerSecond / floor.PerSecond:0.00} | {run.P50:0.0} | {run.P95:0.0} |"
                    ) + (wrong > 0 ? $" {wrong} wrong answers!" : "")
                );
            }
        }
    }

    private static Task<Measurement> AskAsync(Contestant contestant, TimeSpan duration) =>
        Load.RunAsync(
            contestant.Server,
            new Scenario(contestant.Name, contestant.Ask, HasNoErrors),
            Connections,
            duration
        );

    private static Measurement Median(List<Measurement> runs) =>
        runs.OrderBy(run => run.CpuMicrosecondsPerRequest).ElementAt(runs.Count / 2);

    private static bool HasNoErrors(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("{\"data\":{\""u8) && body.Length > 100 && body.Span.IndexOf("\"errors\""u8) < 0;
}
