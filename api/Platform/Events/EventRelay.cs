using Npgsql;

namespace Cooperator.Api.Platform.Events;

/// <summary>
/// Carries committed events to this node's consumers. PostgreSQL wakes it; after a lost connection it reads on from
/// where it stopped, so nothing is missed.
/// </summary>
public sealed class EventRelay(
    DatabaseConnections connections,
    IEnumerable<IEventConsumer> consumers,
    ILogger<EventRelay> logger,
    TimeProvider clock
) : BackgroundService
{
    private const string Channel = "cooperator_events";

    private static readonly TimeSpan IdlePoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HeldBackPoll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EventPosition? _position;

    /// <summary>Completes when the first event from now on will be carried.</summary>
    internal Task Listening => _listening.Task;

    internal int? ProcessId { get; private set; }

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
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
            {
                // The database is away or has closed the connection; it is asked again until it answers.
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
        await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
        await listen.ExecuteNonQueryAsync(ct);
        ProcessId = connection.ProcessID;
        _position ??= await new EventLogReader(connection).EndAsync(ct);
        _listening.TrySetResult();
        return connection;
    }

    private async Task RelayAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var reader = new EventLogReader(connection);
        while (true)
        {
            var heldBack = await CatchUpAsync(reader, ct);
            await connection.WaitAsync(heldBack ? HeldBackPoll : IdlePoll, ct);
        }
    }

    private async Task<bool> CatchUpAsync(EventLogReader reader, CancellationToken ct)
    {
        while (true)
        {
            var batch = await reader.NextAsync(_position!.Value, ct);
            foreach (var (position, happened) in batch)
            {
                await TellAsync(happened, ct);
                _position = position;
            }

            if (!EventLogReader.IsFull(batch))
            {
                return await reader.HoldsBackAsync(_position.Value, ct);
            }
        }
    }

    private async Task TellAsync(CoopEvent happened, CancellationToken ct)
    {
        foreach (var consumer in consumers)
        {
            try
            {
                await consumer.ConsumeAsync(happened, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // One consumer's fault must not keep the event from the others.
                logger.LogError(failure, "{Consumer} failed over event {Event}.", consumer.GetType().Name, happened.Id);
            }
        }
    }
}
