using Cooperator.Api.Database;
using Cooperator.Api.Features.Notifications;
using Cooperator.GraphQL;
using Cooperator.GraphQL.DataLoaders;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Webhooks;

/// <summary>A program of somebody else that is told what happens in the co-op.</summary>
[ObjectType<Webhook>(
    nameof(Webhook.Url),
    nameof(Webhook.Kinds),
    nameof(Webhook.Enabled),
    nameof(Webhook.DisabledReason),
    nameof(Webhook.CreatedAt),
    nameof(Webhook.FailingSince),
    nameof(Webhook.LastSuccessAt),
    nameof(Webhook.PreviousSecretUntil)
)]
public static class WebhookType
{
    [ID<Webhook>]
    public static Guid GetId([Parent] Webhook webhook) => webhook.Id;
}

[ObjectType<Delivery>]
public static class WebhookDelivery
{
    /// <summary>To which webhook.</summary>
    public static async Task<Webhook?> GetWebhookAsync(
        [Parent] Delivery delivery,
        WebhooksById webhooks,
        CancellationToken ct
    ) => delivery.WebhookId is { } id ? await webhooks.LoadAsync(id, ct) : null;
}

public sealed class WebhooksById(CooperatorDbContext db) : BatchDataLoader<Guid, Webhook>
{
    protected override async Task<IReadOnlyDictionary<Guid, Webhook>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => await db.Webhooks.Where(w => keys.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancellationToken);
}

/// <summary>A webhook's secret, shown this once.</summary>
/// <param name="Webhook">Whose it is.</param>
/// <param name="Secret">What its messages are signed with, as in Standard Webhooks.</param>
public sealed record WebhookSecret(Webhook Webhook, string Secret);
