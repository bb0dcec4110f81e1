using Cooperator.Api.Features.Coops;

namespace Cooperator.Api.Features.Notifications;

/// <summary>
/// Sends what is due by one channel, whenever it is woken and every few seconds, in those co-ops in which something is. Any
/// number of nodes may do it at once: each delivery is claimed by one.
/// </summary>
internal sealed partial class DeliveryRounds<TParcel>(
    CoopScopes coops,
    WaitingCoops waiting,
    DeliverySignal signal,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<DeliveryRounds<TParcel>> logger
) : BackgroundService
    where TParcel : IParcel
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    /// <summary>In how many co-ops at once: a receiver that says nothing holds up its own co-op's next few, and no other's.</summary>
    private const int CoopsAtOnce = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var woken = signal.Next;
            try
            {
                if (await RoundAsync(stoppingToken))
                {
                    continue;
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, most likely; it will be back, and nothing may end the sending.
                CannotSend(logger, failure);
            }

            await Task.WhenAny(woken, Task.Delay(Round, clock, stoppingToken));
        }
    }

    /// <summary>Sends a few of each co-op; false when nowhere were any.</summary>
    private async Task<bool> RoundAsync(CancellationToken stoppingToken)
    {
        var sent = 0;
        await Parallel.ForEachAsync(
            await waiting.ToSendAsync(TParcel.Channel, stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = CoopsAtOnce, CancellationToken = stoppingToken },
            async (coop, ct) =>
            {
                try
                {
                    if (await SendSomeAsync(coop, ct))
                    {
                        Interlocked.Exchange(ref sent, 1);
                    }
                }
                catch (Exception failure) when (!ct.IsCancellationRequested)
                {
                    // What is wrong in one co-op keeps no other from its letters.
                    Failed(logger, failure, coop);
                }
            }
        );
        return sent > 0;
    }

    /// <summary>Sends a few of one co-op; false when there were none.</summary>
    private async Task<bool> SendSomeAsync(Guid coop, CancellationToken ct)
    {
        var parcels = await coops.WriteAsync(coop, (services, token) => Carrier(services).TakeAsync(token), ct);
        if (parcels.Count == 0)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var carrier = Carrier(scope.ServiceProvider);
        // One that takes its time does not keep the others waiting for longer than it takes itself.
        var ends = await Task.WhenAll(parcels.Select(async p => (Parcel: p, Outcome: await TryAsync(carrier, p, ct))));
        List<(TParcel, Outcome)> sent = [.. ends.Where(e => e.Outcome is not null).Select(e => (e.Parcel, e.Outcome!))];
        await coops.WriteAsync(
            coop,
            async (services, token) =>
            {
                await Carrier(services).RecordAsync(sent, token);
                return true;
            },
            CancellationToken.None
        );
        return true;
    }

    // Null when the process ends meanwhile: nobody knows what became of it, so it is sent again once its claim has lapsed.
    // What became of the others is known, and must be written down.
    private static async Task<Outcome?> TryAsync(ICarrier<TParcel> carrier, TParcel parcel, CancellationToken ct)
    {
        try
        {
            return await carrier.SendAsync(parcel, ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private static ICarrier<TParcel> Carrier(IServiceProvider services) =>
        services.GetRequiredService<ICarrier<TParcel>>();

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is due in {Coop} could not be sent.")]
    private static partial void Failed(ILogger logger, Exception failure, Guid coop);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing can be sent for the moment.")]
    private static partial void CannotSend(ILogger logger, Exception failure);
}
