using Npgsql;

namespace Cooperator.Api.Platform.Events;

/// <summary>
/// Carries committed events to this node's consumers. PostgreSQL wakes it; after a lost connection it reads on from
/// where it stopped, so nothing is missed. What else PostgreSQL says comes over the same connection.
/// </summary>
public sealed class EventRelay(
    DatabaseConnections connections,
    IEnumerable<IEventConsumer> consumers,
    IEnumerable<ISignalConsumer> signalConsumers,
    ILogger<EventRelay> logger,
    TimeProvider clock
) : BackgroundService
{
    private const string Channel = "cooperator_events";

    private static readonly TimeSpan IdlePoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Everything before the position was told. Behind it, what was told is remembered until an open transaction that
    // may still put something in front of it has ended.
    private EventPosition? _position;
    private readonly Dictionary<long, ulong> _toldBehind = [];

    /// <summary>Completes when the first event from now on will be carried.</summary>
    internal Task Listening => _listening.Task;

    internal int? ProcessId { get; private set; }

    /// <summary>Why nothing is heard for the moment; null while all is well.</summary>
    internal string? Deaf { get; private set; } = "it has not begun to listen yet";

    /// <summary>
    /// The house serves once events are listened to, so that the first to subscribe hears of everything from then on; a
    /// database that is away delays that no longer than it must.
    /// </summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(Listening, Task.Delay(LongestStart, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await ListenAsync(stoppingToken);
                pause = TimeSpan.Zero;
                await RelayAsync(connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or has closed the connection; it is asked again until it answers. Whatever else it
                // is, it must not end the process.
                Deaf = "it can not listen to the database";
                pause = TimeSpan.FromMilliseconds(
                    Math.Clamp(pause.TotalMilliseconds * 2, 50, LongestPause.TotalMilliseconds)
                );
                logger.LogWarning("Events wait for the database: {Reason}", failure.Message);
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<NpgsqlConnection> ListenAsync(CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connections.Relay)
        {
            ApplicationName = "cooperator events",
            Pooling = false,
            KeepAlive = 15,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        foreach (var channel in signalConsumers.Select(c => c.Channel).Prepend(Channel))
        {
            await using var listen = new NpgsqlCommand($"LISTEN {channel}", connection);
            await listen.ExecuteNonQueryAsync(ct);
        }

        ProcessId = connection.ProcessID;
        if (_position is null)
        {
            _position = await new EventLogReader(connection).SettledAsync(ct);
            await CatchUpAsync(new EventLogReader(connection), (_, _) => ValueTask.CompletedTask, ct);
        }

        Deaf = null;
        _listening.TrySetResult();
        return connection;
    }

    private async Task RelayAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var reader = new EventLogReader(connection);
        var woken = false;
        var signals = new Queue<NpgsqlNotificationEventArgs>();
        connection.Notification += (_, heard) =>
        {
            woken = true;
            if (heard.Channel != Channel)
            {
                signals.Enqueue(heard);
            }
        };
        await ToEachAsync(signalConsumers, consumer => consumer.ListeningAsync(ct), ct);
        while (true)
        {
            woken = false;
            while (signals.TryDequeue(out var signal))
            {
                var told = signalConsumers.Where(c => c.Channel == signal.Channel);
                await ToEachAsync(told, consumer => consumer.HearAsync(signal.Payload, ct), ct);
            }

            await CatchUpAsync(reader, TellAsync, ct);

            // A wake-up that came along with an answer is not waited for again.
            if (!woken)
            {
                await connection.WaitAsync(IdlePoll, ct);
            }
        }
    }

    private async Task CatchUpAsync(
        EventLogReader reader,
        Func<CoopEvent, CancellationToken, ValueTask> tell,
        CancellationToken ct
    )
    {
        var settled = await reader.SettledAsync(ct);
        var place = _position!.Value;
        List<(EventPosition Position, CoopEvent Event)> batch;
        do
        {
            batch = await reader.NextAsync(place, ct);
            foreach (var (position, happened) in batch)
            {
                if (_toldBehind.TryAdd(happened.Id, position.Xid))
                {
                    await tell(happened, ct);
                }

                place = position;
            }
        } while (EventLogReader.IsFull(batch));

        _position = settled;
        foreach (var (id, _) in _toldBehind.Where(told => told.Value < settled.Xid).ToList())
        {
            _toldBehind.Remove(id);
        }
    }

    private ValueTask TellAsync(CoopEvent happened, CancellationToken ct) =>
        ToEachAsync(consumers, consumer => consumer.ConsumeAsync(happened, ct), ct);

    private async ValueTask ToEachAsync<TConsumer>(
        IEnumerable<TConsumer> all,
        Func<TConsumer, ValueTask> tell,
        CancellationToken ct
    )
        where TConsumer : notnull
    {
        foreach (var consumer in all)
        {
            try
            {
                await tell(consumer);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // One consumer's fault must not keep the news from the others.
                logger.LogError(failure, "{Consumer} failed over news of the database.", consumer.GetType().Name);
            }
        }
    }
}
