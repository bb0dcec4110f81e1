using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Notifications;

[MutationType]
[Authorize(Policy = Policies.Admin)]
public static class DeliveryMutations
{
    /// <summary>Sends again what was given up, under the same id.</summary>
    [Error<DeliveryNotFoundException>]
    [Error<DeliveryNotDeadException>]
    public static async Task<Delivery> ReplayDeliveryAsync(
        [ID<Delivery>] Guid deliveryId,
        CooperatorDbContext db,
        CoopCalendar calendar,
        DeliverySignal signal,
        CancellationToken ct
    )
    {
        var delivery =
            await db.Deliveries.SingleOrDefaultAsync(d => d.Id == deliveryId, ct)
            ?? throw new DeliveryNotFoundException();
        delivery.Replay(calendar.Now);
        signal.WakeSoon();
        return delivery;
    }
}
