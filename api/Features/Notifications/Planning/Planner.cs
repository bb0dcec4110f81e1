using System.Threading.Channels;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform.Events;

namespace Cooperator.Api.Features.Notifications;

/// <summary>
/// Plans as soon as something happens: the relay of every node tells of every event, and of the nodes one gets the
/// cursor. <see cref="PlanningRound"/> looks after what nobody was woken for.
/// </summary>
internal sealed partial class Planner(CoopScopes coops, WaitingCoops unplanned, ILogger<Planner> logger)
    : BackgroundService,
        IEventConsumer
{
    /// <summary>What happens together is planned together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    /// <summary>How long to leave a transaction, or another node, that holds up the rest.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    private readonly Channel<Guid> _woken = Channel.CreateUnbounded<Guid>();

    public ValueTask ConsumeAsync(CoopEvent happened, CancellationToken cancellationToken) =>
        _woken.Writer.WriteAsync(happened.CoopId, cancellationToken);

    /// <summary>Plans what there is in one co-op; false when something is left, or in the hands of another node.</summary>
    public async Task<bool> PlanAsync(Guid coop, CancellationToken ct)
    {
        Planned planned;
        do
        {
            planned = await coops.WriteAsync(
                coop,
                (services, token) => services.GetRequiredService<EventPlanning>().PlanAsync(token),
                ct
            );
        } while (planned is Planned.Some);
        return planned is Planned.All;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was committed while nobody listened, such as the demo's beginnings.
        var waiting = await UnplannedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (waiting.Count == 0)
            {
                waiting.Add(await _woken.Reader.ReadAsync(stoppingToken));
                await Task.Delay(Gathering, stoppingToken);
            }

            while (_woken.Reader.TryRead(out var more))
            {
                waiting.Add(more);
            }

            waiting = await RoundAsync(waiting, stoppingToken);
            if (waiting.Count > 0)
            {
                await Task.Delay(Settling, stoppingToken);
            }
        }
    }

    private async Task<HashSet<Guid>> UnplannedAsync(CancellationToken ct)
    {
        try
        {
            return [.. await unplanned.ToPlanAsync(ct)];
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The database is away at the start. The periodic round makes good for it.
            NotAtStart(logger, failure);
            return [];
        }
    }

    private async Task<HashSet<Guid>> RoundAsync(HashSet<Guid> woken, CancellationToken ct)
    {
        var again = new HashSet<Guid>();
        foreach (var coop in woken)
        {
            try
            {
                if (!await PlanAsync(coop, ct))
                {
                    again.Add(coop);
                }
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // The database is away, most likely. The periodic round makes good for it.
                Failed(logger, failure, coop);
            }
        }

        return again;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notifications wait for the next round.")]
    private static partial void NotAtStart(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notifications of {Coop} could not be planned.")]
    private static partial void Failed(ILogger logger, Exception failure, Guid coop);
}
