using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Notifications;

/// <summary>One thing that leaves the house: a notification by e-mail, or an event to a webhook.</summary>
[ObjectType<Delivery>(
    nameof(Delivery.Channel),
    nameof(Delivery.State),
    nameof(Delivery.Kind),
    nameof(Delivery.CreatedAt),
    nameof(Delivery.NextTryAt),
    nameof(Delivery.Attempts),
    nameof(Delivery.LastError),
    nameof(Delivery.SentAt)
)]
public static class DeliveryType
{
    [ID<Delivery>]
    public static Guid GetId([Parent] Delivery delivery) => delivery.Id;

    /// <summary>To whom, by e-mail.</summary>
    public static async Task<Member?> GetMemberAsync(
        [Parent] Delivery delivery,
        MembersById members,
        CancellationToken ct
    ) => delivery.MemberId is { } id ? await members.LoadAsync(id, ct) : null;

    /// <summary>What it says, for paper; null for what goes to a webhook.</summary>
    public static async Task<PrintableLetter?> GetLetterAsync(
        [Parent] Delivery delivery,
        NotificationsById notifications,
        MembersById members,
        CoopNames coops,
        PaperWriter writer,
        CancellationToken ct
    ) =>
        delivery is { NotificationId: { } id, MemberId: { } to }
            ? writer.Write(
                (await notifications.LoadAsync(id, ct))!,
                (await members.LoadAsync(to, ct))!,
                (await coops.LoadAsync(delivery.CoopId, ct))!
            )
            : null;
}
