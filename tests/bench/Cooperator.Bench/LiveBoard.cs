using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Cooperator.Bench;

/// <summary>A card with its place.</summary>
internal readonly record struct PlacedCard(string Id, string Column, string Rank);

/// <summary>Somebody's board as the web app keeps it: read once, and from then on only told of what happens.</summary>
internal sealed class LiveBoard : IAsyncDisposable
{
    // What the web app asks for of each card that changes.
    private const string Watch = """
        subscription TaskChanged { taskChanged { kind taskId task {
          id title column rank dueOn overdue labels { id name colour } assignees { id displayName }
          checklistProgress { done total } commentCount
        } } }
        """;

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<string, PlacedCard> _cards;
    private readonly Lock _lock = new();
    private Task _reading = Task.CompletedTask;

    private LiveBoard(IEnumerable<PlacedCard> cards) => _cards = cards.ToDictionary(card => card.Id);

    /// <summary>How many events it was told of.</summary>
    public int Told { get; private set; }

    /// <summary>What it was told instead of an event; null while all goes well.</summary>
    public string? Failure { get; private set; }

    /// <summary>When it was told of which place, while asked to keep that.</summary>
    public List<(PlacedCard Card, long At)>? Arrivals { get; init; }

    /// <summary>The cards, column by column from the top.</summary>
    public List<PlacedCard> Cards
    {
        get
        {
            lock (_lock)
            {
                return
                [
                    .. _cards
                        .Values.OrderBy(c => c.Column, StringComparer.Ordinal)
                        .ThenBy(c => c.Rank, StringComparer.Ordinal),
                ];
            }
        }
    }

    public static async Task<LiveBoard> OpenAsync(HttpClient person, IEnumerable<PlacedCard> cards, bool keepsArrivals)
    {
        var board = new LiveBoard(cards) { Arrivals = keepsArrivals ? [] : null };
        var socket = board._socket;
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(
            new UriBuilder(person.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri,
            CancellationToken.None
        );
        var authorization = person.DefaultRequestHeaders.Authorization!.ToString();
        await board.SendAsync(new { type = "connection_init", payload = new { authorization, coop = "lindenhof" } });
        await board.ReceiveAsync(new ArrayBufferWriter<byte>());
        await board.SendAsync(
            new
            {
                id = "1",
                type = "subscribe",
                payload = new { query = Watch },
            }
        );
        // Answered in order: when the pong is here, the subscription was taken up.
        await board.SendAsync(new { type = "ping" });
        await board.ReceiveAsync(new ArrayBufferWriter<byte>());
        board._reading = board.ReadAsync();
        return board;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _reading;
        _socket.Dispose();
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (await ReceiveAsync(message))
            {
                await TakeAsync(message.WrittenMemory);
                message.ResetWrittenCount();
            }
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
        catch (WebSocketException broken)
        {
            Failure ??= broken.Message;
        }
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var type = json.RootElement.GetProperty("type").GetString();
        if (type == "ping")
        {
            await SendAsync(new { type = "pong" });
        }
        else if (
            type != "next"
            || !json.RootElement.GetProperty("payload").TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object
        )
        {
            Failure ??= Encoding.UTF8.GetString(message.Span);
        }
        else
        {
            Told++;
            var task = data.GetProperty("taskChanged").GetProperty("task");
            var card = new PlacedCard(Text(task, "id"), Text(task, "column"), Text(task, "rank"));
            Arrivals?.Add((card, Stopwatch.GetTimestamp()));
            lock (_lock)
            {
                _cards[card.Id] = card;
            }
        }
    }

    private async Task<bool> ReceiveAsync(ArrayBufferWriter<byte> message)
    {
        while (true)
        {
            var part = await _socket.ReceiveAsync(message.GetMemory(4096), _closing.Token);
            message.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                Failure ??= _socket.CloseStatusDescription;
                return false;
            }

            if (part.EndOfMessage)
            {
                return true;
            }
        }
    }

    private Task SendAsync(object message) =>
        _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(message),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None
        );

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
