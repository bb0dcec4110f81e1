using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Notifications;

[QueryType]
[Authorize(Policy = Policies.Admin)]
public static class DeliveryQueries
{
    /// <summary>What has left the house, or was to: the latest first. Kept for 180 days.</summary>
    [UsePaging]
    public static IQueryable<Delivery> GetDeliveries(
        DeliveryChannel? channel,
        DeliveryState? state,
        CooperatorDbContext db
    ) =>
        db
            .Deliveries.Where(d => (channel == null || d.Channel == channel) && (state == null || d.State == state))
            .OrderByDescending(d => d.CreatedAt)
            .ThenByDescending(d => d.Id);

    /// <summary>
    /// What must be printed and brought: letters to members without an e-mail address, and those that no mail server would
    /// take. The oldest first.
    /// </summary>
    [UsePaging]
    public static IQueryable<Delivery> GetLettersToPrint(CooperatorDbContext db) =>
        db
            .Deliveries.Where(d =>
                d.Channel == DeliveryChannel.Email
                && (d.State == DeliveryState.Dead || d.State == DeliveryState.Unreachable)
            )
            .OrderBy(d => d.CreatedAt)
            .ThenBy(d => d.Id);
}
