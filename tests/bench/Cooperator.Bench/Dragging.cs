using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cooperator.Bench;

/// <summary>
/// Many people, each signed in as themselves and with the board open before them, drag cards about it: whether every move
/// is done and told to everybody, and how soon.
/// </summary>
internal static class Dragging
{
    private static readonly string[] Columns = ["TODO", "IN_PROGRESS", "REVIEW", "DONE"];

    // So many of the boards note when each move reached them.
    private const int Noting = 8;

    /// <param name="api">The server.</param>
    /// <param name="people">Who drags.</param>
    /// <param name="duration">How long they do.</param>
    /// <param name="rest">What each of them waits between two moves; nothing at all is as fast as they are answered.</param>
    public static async Task RunAsync(ServerProcess api, List<HttpClient> people, TimeSpan duration, TimeSpan rest)
    {
        var before = await AllAsync(people[0]);
        var cards = before.Select(c => c.Id).ToList();
        var boards = await Task.WhenAll(
            people.Select((person, i) => LiveBoard.OpenAsync(person, before, keepsArrivals: i < Noting))
        );
        var (latencies, refusals) = (new List<double>[people.Count], new ConcurrentBag<string>());
        var begun = new ConcurrentDictionary<PlacedCard, long>();
        var cpu = api.CpuSeconds;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            people.Select(
                async (person, i) =>
                {
                    var (random, mine) = (new Random(i), latencies[i] = []);
                    await Task.Delay(rest * random.NextDouble());
                    while (clock.Elapsed < duration)
                    {
                        var started = Stopwatch.GetTimestamp();
                        if (await MoveAsync(person, cards, random, place => begun[place] = started) is { } refusal)
                        {
                            refusals.Add(refusal);
                        }

                        mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                        await Task.Delay(rest);
                    }
                }
            )
        );
        var seconds = clock.Elapsed.TotalSeconds;
        var cores = (api.CpuSeconds - cpu) / seconds;
        var after = await AllAsync(people[0]);
        var late = await CatchUpAsync(boards, after);
        var sorted = latencies.SelectMany(l => l).Order().ToList();
        var reached = boards
            .SelectMany(b => b.Arrivals ?? [])
            .Where(a => begun.ContainsKey(a.Card))
            .Select(a => Stopwatch.GetElapsedTime(begun[a.Card], a.At).TotalMilliseconds)
            .Order()
            .ToList();
        var failures = refusals.CountBy(r => r).Select(r => $"{r.Value} × {r.Key}");
        var ended = boards.Select(b => b.Failure).OfType<string>().CountBy(f => f).Select(f => $"{f.Value} × {f.Key}");
        Tell(
            $"{people.Count} people drag for {seconds:0} s, {rest.TotalSeconds:0.#} s between two moves: {sorted.Count} moves, {sorted.Count / seconds:0}/s, {refusals.Count} refused or failed {string.Join(", ", failures)}"
        );
        Tell($"answered: {Spread(sorted)}; {cores:0.00} cores of the server");
        Tell(
            $"told: {boards.Sum(b => (long)b.Told)} events to {boards.Length} open boards, {Spread(reached)} after the card was let go; all had caught up {late.TotalSeconds:0.0} s after the last move {string.Join(", ", ended)}"
        );
        Tell(
            $"cards lost: {cards.Except(after.Select(c => c.Id)).Count()}, there twice: {after.Count - after.DistinctBy(c => c.Id).Count()}, two in one place: {after.Count - after.DistinctBy(c => (c.Column, c.Rank)).Count()}, open boards that differ: {boards.Count(b => !b.Cards.SequenceEqual(after))}"
        );
        await Parallel.ForEachAsync(boards, (board, _) => board.DisposeAsync());
    }

    /// <summary>Waits until all boards are as the server has it, or told nothing more for a while.</summary>
    private static async Task<TimeSpan> CatchUpAsync(LiveBoard[] boards, List<PlacedCard> after)
    {
        var clock = Stopwatch.StartNew();
        var (told, since) = (-1L, clock.Elapsed);
        while (clock.Elapsed - since < TimeSpan.FromSeconds(5) && !boards.All(b => b.Cards.SequenceEqual(after)))
        {
            var now = boards.Sum(b => (long)b.Told);
            (told, since) = now == told ? (told, since) : (now, clock.Elapsed);
            await Task.Delay(100);
        }

        return clock.Elapsed;
    }

    /// <summary>What was said against it; null when it was done.</summary>
    private static async Task<string?> MoveAsync(
        HttpClient person,
        List<string> cards,
        Random random,
        Action<PlacedCard> moved
    )
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
                task { id column rank }
                errors { ... on Error { code } }
              }
            }
            """;
        try
        {
            using var response = await person.PostAsJsonAsync("/graphql", new { query = Query, variables });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (answer.TryGetProperty("errors", out var errors))
            {
                return errors[0].GetProperty("extensions").ToString();
            }

            var move = answer.GetProperty("data").GetProperty("moveTask");
            if (move.GetProperty("errors") is { ValueKind: JsonValueKind.Array } refused)
            {
                return refused[0].GetProperty("code").GetString();
            }

            moved(Card(move.GetProperty("task")));
            return null;
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Every card with its place, column by column from the top.</summary>
    private static async Task<List<PlacedCard>> AllAsync(HttpClient person)
    {
        var cards = new List<PlacedCard>();
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
            cards.AddRange(page.GetProperty("nodes").EnumerateArray().Select(Card));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? Text(info, "endCursor") : null;
        } while (after is not null);

        return [.. cards.OrderBy(c => c.Column, StringComparer.Ordinal).ThenBy(c => c.Rank, StringComparer.Ordinal)];
    }

    private static PlacedCard Card(JsonElement task) => new(Text(task, "id"), Text(task, "column"), Text(task, "rank"));

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string Spread(List<double> sorted)
    {
        string At(double quantile) => $"{(sorted.Count == 0 ? 0 : sorted[(int)(quantile * (sorted.Count - 1))]):0}";
        return $"p50 {At(0.5)} ms, p95 {At(0.95)} ms, p99 {At(0.99)} ms";
    }

    private static void Tell(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
