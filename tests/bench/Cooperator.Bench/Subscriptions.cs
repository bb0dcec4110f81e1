using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Cooperator.Bench;

/// <summary>
/// Many open subscriptions, each on a socket of its own: what an idle one holds, and whether every event reaches everyone who listens, in its order,
/// with steady memory.
/// </summary>
internal static class Subscriptions
{
    private const int Rooms = 100;
    private const int EventsPerSecond = 100;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(ServerProcess engine, int count, TimeSpan duration)
    {
        var before = await HeldAsync(engine);
        var listeners = new List<Listener>(count);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, ct) =>
            {
                var listener = await Listener.OpenAsync(engine.Address, number % Rooms, ct);
                lock (listeners)
                {
                    listeners.Add(listener);
                }
            }
        );
        await Task.Delay(TimeSpan.FromSeconds(5));
        var open = engine.ResidentMiB;
        var held = await HeldAsync(engine);
        Print(
            $"{count} subscriptions open and idle: resident {before.Resident:0} -> {open:0} MiB, {held.Resident:0} MiB once collected; each holds {(held.Resident - before.Resident) * 1024 / count:0.0} kB, {(held.Objects - before.Objects) / 1024.0 / count:0.0} kB of them objects"
        );

        if (duration > TimeSpan.Zero)
        {
            await SayAsync(engine, listeners, duration);
        }

        await Parallel.ForEachAsync(listeners, async (listener, _) => await listener.DisposeAsync());
    }

    /// <summary>Resident MiB and bytes of objects when nothing is left that nobody needs.</summary>
    private static async Task<(double Resident, long Objects)> HeldAsync(ServerProcess engine)
    {
        using var client = new HttpClient { BaseAddress = engine.Address };
        using var answer = await client.PostAsync(new Uri("/collect", UriKind.Relative), content: null);
        var objects = long.Parse(await answer.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
        return (engine.ResidentMiB, objects);
    }

    private static async Task SayAsync(ServerProcess engine, List<Listener> listeners, TimeSpan duration)
    {
        var reading = listeners.Select(l => l.ReadAsync()).ToList();
        using var client = new HttpClient { BaseAddress = engine.Address };
        Console.WriteLine("| second | sent | received | out of order | CPU % of a core | resident MiB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var sent = new int[Rooms];
        var clock = Stopwatch.StartNew();
        var (total, shown, cpu) = (0, TimeSpan.Zero, engine.CpuSeconds);
        while (clock.Elapsed < duration)
        {
            if (total > clock.Elapsed.TotalSeconds * EventsPerSecond)
            {
                await Task.Delay(5);
                continue;
            }

            var room = total++ % Rooms;
            using var request = Lindenhof.AskAnybody(
                "mutation S($r: Int!, $n: Int!) { say(input: { room: $r, number: $n, text: \"Wasser ist wieder da.\" }) { said { number } } }",
                new { r = room, n = sent[room]++ }
            );
            using var response = await client.SendAsync(request);
            response.EnsureSuccessStatusCode();

            if (clock.Elapsed - shown >= Window)
            {
                var used = engine.CpuSeconds - cpu;
                Print(
                    $"| {clock.Elapsed.TotalSeconds:0} | {total} | {listeners.Sum(l => (long)l.Received)} | {listeners.Sum(l => l.OutOfOrder)} | {used / (clock.Elapsed - shown).TotalSeconds * 100:0} | {engine.ResidentMiB:0} |"
                );
                (shown, cpu) = (clock.Elapsed, engine.CpuSeconds);
            }
        }

        var expected = listeners.Sum(l => (long)sent[l.Room]);
        for (var patience = 0; patience < 100 && listeners.Sum(l => (long)l.Received) < expected; patience++)
        {
            await Task.Delay(100);
        }

        Print($"Missing at the end: {expected - listeners.Sum(l => (long)l.Received)} of {expected}");
        listeners.ForEach(l => l.Stop());
        await Task.WhenAll(reading);
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed class Listener(ClientWebSocket socket, int room) : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public int Room => room;

        public int Received { get; private set; }

        public int OutOfOrder { get; private set; }

        public static async Task<Listener> OpenAsync(Uri server, int room, CancellationToken ct)
        {
            var socket = new ClientWebSocket();
            socket.Options.AddSubProtocol("graphql-transport-ws");
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, ct);
            await SendAsync(socket, """{"type":"connection_init"}""", ct);
            await socket.ReceiveAsync(new byte[256], ct);
            await SendAsync(
                socket,
                $$$"""{"id":"1","type":"subscribe","payload":{"query":"subscription { said(room: {{{room}}}) { number text } }"}}""",
                ct
            );
            return new Listener(socket, room);
        }

        public async Task ReadAsync()
        {
            var buffer = new byte[1024];
            try
            {
                while (await socket.ReceiveAsync(buffer, _stopping.Token) is { Count: > 0 } message)
                {
                    using var json = JsonDocument.Parse(buffer.AsMemory(0, message.Count));
                    if (json.RootElement.GetProperty("type").ValueEquals("ping"))
                    {
                        await SendAsync(socket, """{"type":"pong"}""", _stopping.Token);
                        continue;
                    }

                    var said = json.RootElement.GetProperty("payload").GetProperty("data").GetProperty("said");
                    OutOfOrder += said.GetProperty("number").GetInt32() == Received ? 0 : 1;
                    Received++;
                }
            }
            catch (OperationCanceledException)
            {
                // Stopped.
            }
        }

        public void Stop() => _stopping.Cancel();

        public ValueTask DisposeAsync()
        {
            socket.Abort();
            socket.Dispose();
            _stopping.Dispose();
            return ValueTask.CompletedTask;
        }

        private static Task SendAsync(ClientWebSocket socket, string text, CancellationToken ct) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, ct);
    }
}
