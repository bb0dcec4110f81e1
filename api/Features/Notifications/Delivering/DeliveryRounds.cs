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
    ILogger<DeliveryRounds<TParcel>> logger
) : BackgroundService
    where TParcel : IParcel
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var woken = signal.Next;
            try
            {
                foreach (var coop in await waiting.ToSendAsync(TParcel.Channel, stoppingToken))
                {
                    while (await SendSomeAsync(coop, stoppingToken)) { }
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, most likely; it will be back, and nothing may end the sending.
                CannotSend(logger, failure);
            }

            await Task.WhenAny(woken, Task.Delay(Round, TimeProvider.System, stoppingToken));
        }
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
        var sent = await Task.WhenAll(parcels.Select(async p => (p, await carrier.SendAsync(p, ct))));
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

    private static ICarrier<TParcel> Carrier(IServiceProvider services) =>
        services.GetRequiredService<ICarrier<TParcel>>();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing can be sent for the moment.")]
    private static partial void CannotSend(ILogger logger, Exception failure);
}
