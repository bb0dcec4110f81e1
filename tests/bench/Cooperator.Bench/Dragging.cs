using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cooperator.Bench;

/// <summary>Many people, each signed in as themselves, drag cards about one board, as fast as they are answered.</summary>
internal static class Dragging
{
    private static readonly string[] Columns = ["TODO", "IN_PROGRESS", "REVIEW", "DONE"];

    public static async Task RunAsync(ServerProcess api, List<HttpClient> people, TimeSpan duration)
    {
        var before = await AllAsync(people[0]);
        var cards = before.Select(c => c.Id).ToList();
        var (latencies, refusals) = (new List<double>[people.Count], new ConcurrentBag<string>());
        var cpu = api.CpuSeconds;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            people.Select(
                async (person, i) =>
                {
                    var (random, mine) = (new Random(i), latencies[i] = []);
                    while (clock.Elapsed < duration)
                    {
                        var started = Stopwatch.GetTimestamp();
                        if (await MoveAsync(person, cards, random) is { } refusal)
                        {
                            refusals.Add(refusal);
                        }

                        mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    }
                }
            )
        );
        var seconds = clock.Elapsed.TotalSeconds;
        var sorted = latencies.SelectMany(l => l).Order().ToList();
        var after = await AllAsync(people[0]);
        var boards = await Task.WhenAll(people.Select(AllAsync));
        string At(double quantile) => $"{sorted[(int)(quantile * (sorted.Count - 1))]:0}";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {people.Count} people drag for {seconds:0} s: {sorted.Count} moves, {sorted.Count
                    / seconds:0}/s, {refusals.Count} refused or failed {string.Join(", ", refusals.CountBy(r => r).Select(r => $"{r.Value} × {r.Key}"))}
                p50 {At(0.5)} ms, p95 {At(0.95)} ms, p99 {At(0.99)} ms, {(api.CpuSeconds - cpu)
                    / seconds:0.00} cores of the server
                cards lost: {cards.Except(after.Select(c => c.Id)).Count()}, there twice: {after.Count
                    - after.DistinctBy(c => c.Id).Count()}, two in one place: {after.Count
                    - after.DistinctBy(c => (c.Column, c.Rank)).Count()}, boards that differ: {boards.Count(b =>
                    !b.SequenceEqual(after)
                )}
                """
            )
        );
    }

    /// <summary>What was said against it; null when it was done.</summary>
    private static async Task<string?> MoveAsync(HttpClient person, List<string> cards, Random random)
    {
        string? Any() => cards[random.Next(cards.Count)];
        var variables = new
        {
            card = Any(),
            column = Columns[random.Next(Columns.Length)],
            after = random.Next(3) > 0 ? Any() : null,
            before = random.Next(3) > 0 ? Any() : null,
        };
        const string Query = """
            mutation Drag($card: ID!, $column: TaskColumn!, $after: ID, $before: ID) {
              moveTask(input: { taskId: $card, column: $column, afterTaskId: $after, beforeTaskId: $before }) {
                errors { ... on Error { code } }
              }
            }
            """;
        try
        {
            using var response = await person.PostAsJsonAsync("/graphql", new { query = Query, variables });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").ToString()
                : answer.GetProperty("data").GetProperty("moveTask").GetProperty("errors")
                    is { ValueKind: JsonValueKind.Array } refused
                    ? refused[0].GetProperty("code").GetString()
                : null;
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Every card with its place, column by column from the top.</summary>
    private static async Task<List<(string Id, string Column, string Rank)>> AllAsync(HttpClient person)
    {
        var cards = new List<(string Id, string Column, string Rank)>();
        string? after = null;
        do
        {
            const string Query = """
                query All($after: String) { tasks(first: 150, after: $after) { nodes { id column rank } pageInfo { hasNextPage endCursor } } }
                """;
            using var response = await person.PostAsJsonAsync(
                "/graphql",
                new { query = Query, variables = new { after } }
            );
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            var page = answer.GetProperty("data").GetProperty("tasks");
            cards.AddRange(
                page.GetProperty("nodes")
                    .EnumerateArray()
                    .Select(c => (Text(c, "id"), Text(c, "column"), Text(c, "rank")))
            );
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? Text(info, "endCursor") : null;
        } while (after is not null);

        return [.. cards.OrderBy(c => c.Column, StringComparer.Ordinal).ThenBy(c => c.Rank, StringComparer.Ordinal)];
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
