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

    /// <summary>Notes that letters were printed. Those that have been before stay as they are.</summary>
    [Error<DeliveryNotFoundException>]
    [Error<DeliveryNotToPrintException>]
    [UseMutationConvention(PayloadFieldName = "deliveries")]
    public static async Task<List<Delivery>> MarkLettersPrintedAsync(
        [ID<Delivery>] IReadOnlyList<Guid> deliveryIds,
        CooperatorDbContext db,
        CoopCalendar calendar,
        CancellationToken ct
    )
    {
        Guid[] ids = [.. deliveryIds.Distinct()];
        var letters = await db.Deliveries.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id).ToListAsync(ct);
        if (letters.Count < ids.Length)
        {
            throw new DeliveryNotFoundException();
        }

        letters.ForEach(d => d.Print(calendar.Now));
        return letters;
    }
}
