using System.Globalization;
using System.Text.Json;

namespace Cooperator.Bench;

/// <summary>A board of 500 cards: how long it takes to open, and to move a card.</summary>
internal static class Board
{
    private const int Cards = 500;

    private const string Open = """
        { board { assignmentLimit columns {
          column name wipLimit count
          tasks(first: 150) {
            nodes {
              id title column rank dueOn overdue labels { id name colour } assignees { id displayName }
              checklistProgress { done total } commentCount
            }
            pageInfo { hasNextPage endCursor }
          }
        } } }
        """;

    private const string Move = """
        mutation M($card: ID!, $after: ID) {
          moveTask(input: { taskId: $card, column: IN_PROGRESS, afterTaskId: $after }) { task { id column rank } errors { __typename } }
        }
        """;

    public static async Task RunAsync(ServerProcess api, Lindenhof lindenhof)
    {
        var cards = await FillAsync(api, lindenhof);
        var random = new Random(1);
        string Any() => cards[random.Next(cards.Count)];
        foreach (var connections in new[] { 1, 20 })
        {
            await TellAsync(new Scenario("open a board of 500 cards", () => lindenhof.Ask(Open), IsDone), connections);
            await TellAsync(
                new Scenario("move a card", () => lindenhof.Ask(Move, new { card = Any(), after = Any() }), IsDone),
                connections
            );
        }

        async Task TellAsync(Scenario scenario, int connections)
        {
            await Load.RunAsync(api, scenario, connections, TimeSpan.FromSeconds(2));
            var m = await Load.RunAsync(api, scenario, connections, TimeSpan.FromSeconds(10));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scenario.Name}, {connections} at a time: p50 {m.P50:0.0} ms, p95 {m.P95:0.0} ms, p99 {m.P99:0.0} ms, {m.PerSecond:0}/s, {m.Wrong} of {m.Requests} wrong"
                )
            );
        }
    }

    private static bool IsDone(ReadOnlyMemory<byte> body) =>
        body.Span.IndexOf("\"errors\":["u8) < 0 && body.Span.StartsWith("{\"data\":{"u8);

    private static async Task<List<string>> FillAsync(ServerProcess api, Lindenhof lindenhof)
    {
        using var client = new HttpClient { BaseAddress = api.Address };
        var cards = new List<string>();
        for (var i = 0; i < Cards; i++)
        {
            // 125 in each column, so that a page holds all of it.
            var column = (i % 4) switch
            {
                0 => "TODO",
                1 => "IN_PROGRESS",
                2 => "REVIEW",
                _ => "DONE",
            };
            using var request = lindenhof.Ask(
                $$"""
                mutation { addTask(input: { title: "Karte {{i}}", column: {{column}}, dueOn: "2027-01-01" }) { task { id } } }
                """
            );
            using var response = await client.SendAsync(request);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var task = answer.RootElement.GetProperty("data").GetProperty("addTask").GetProperty("task");
            var id = task.GetProperty("id").GetString()!;
            using var more = lindenhof.Ask(
                $$"""
                mutation {
                  addChecklistItem(input: { taskId: "{{id}}", text: "Schritt" }) { task { id } }
                  addComment(input: { subjectId: "{{id}}", body: "Ja" }) { comment { id } }
                  assignTask(input: { taskId: "{{id}}", memberId: "{{lindenhof.MemberId}}" }) { task { id } }
                }
                """
            );
            using var _ = await client.SendAsync(more);
            cards.Add(id);
        }

        return cards;
    }
}
