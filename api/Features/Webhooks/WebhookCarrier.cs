using System.Globalization;
using System.Net;
using System.Text;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Webhooks;

/// <summary>One event on its way to one webhook.</summary>
internal sealed record WebhookParcel(
    Guid Delivery,
    Guid Webhook,
    Uri Url,
    string Body,
    IReadOnlyList<string> SealedSecrets
) : IParcel
{
    public static DeliveryChannel Channel => DeliveryChannel.Webhook;
}

/// <summary>The receiver said that it is gone for good.</summary>
internal sealed record Gone() : Outcome(Attempt.Refused, "The receiver says that it is gone (410).");

/// <summary>Sends events to webhooks, as Standard Webhooks asks.</summary>
internal sealed class WebhookCarrier(
    CooperatorDbContext db,
    WebhookClient client,
    WebhookSecrets secrets,
    WebhookSettings settings,
    CoopCalendar calendar
) : ICarrier<WebhookParcel>
{
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<WebhookParcel>> TakeAsync(CancellationToken ct)
    {
        var now = calendar.Now;
        var due = await db.LockDueAsync(WebhookParcel.Channel, now, AtOnce, ct);
        Guid[] ids = [.. due.Select(d => d.WebhookId!.Value)];
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, ct);
        var parcels = new List<WebhookParcel>();
        foreach (var delivery in due)
        {
            var webhook = webhooks[delivery.WebhookId!.Value];
            if (!webhook.Enabled)
            {
                delivery.Die("The webhook is switched off.");
                continue;
            }

            delivery.Claim(delivery.Id, now + Lease);
            parcels.Add(
                new(delivery.Id, webhook.Id, new Uri(webhook.Url), delivery.Body!, [.. webhook.SealedSecretsAt(now)])
            );
        }

        return parcels;
    }

    public async Task<Outcome> SendAsync(WebhookParcel parcel, CancellationToken ct)
    {
        var id = $"msg_{parcel.Delivery:N}";
        var timestamp = calendar.Now.ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, parcel.Url)
        {
            Content = new StringContent(parcel.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", secrets.Sign(parcel.SealedSecrets, id, timestamp, parcel.Body));
        try
        {
            return OutcomeOf(await client.SendAsync(request, ct));
        }
        catch (HttpRequestException failure) when (failure.InnerException is InsideAddressException inside)
        {
            return new(Attempt.Refused, inside.Message);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Whatever a name server, a network or a receiver may do: it is tried again later.
            return new(Attempt.Failed, WordsOf(failure));
        }
    }

    public async Task RecordAsync(IReadOnlyList<(WebhookParcel Parcel, Outcome Outcome)> sent, CancellationToken ct)
    {
        Guid[] deliveryIds = [.. sent.Select(s => s.Parcel.Delivery)];
        Guid[] webhookIds = [.. sent.Select(s => s.Parcel.Webhook)];
        var deliveries = await db.Deliveries.Where(d => deliveryIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var webhooks = await db.Webhooks.Where(w => webhookIds.Contains(w.Id)).ToDictionaryAsync(w => w.Id, ct);
        var now = calendar.Now;
        foreach (var (parcel, outcome) in sent)
        {
            // Both are gone when the webhook was removed meanwhile.
            if (deliveries.TryGetValue(parcel.Delivery, out var delivery))
            {
                outcome.Record(delivery, now);
                Record(outcome, webhooks[parcel.Webhook], now);
            }
        }
    }

    private static void Record(Outcome outcome, Webhook webhook, DateTimeOffset now)
    {
        if (outcome is Gone)
        {
            webhook.Disable(outcome.Error!);
        }
        else if (outcome.Attempt is Attempt.Sent)
        {
            webhook.Succeed(now);
        }
        else
        {
            webhook.Fail(now);
        }
    }

    private static Outcome OutcomeOf(HttpStatusCode status) =>
        (int)status switch
        {
            >= 200 and < 300 => Outcome.Sent,
            410 => new Gone(),
            >= 300 and < 400 => new(
                Attempt.Failed,
                $"It answered with a redirect ({(int)status}), which is not followed."
            ),
            var other => new(Attempt.Failed, $"It answered {other}."),
        };

    private static string WordsOf(Exception failure) =>
        failure switch
        {
            OperationCanceledException => "It did not answer in time.",
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http =>
                $"It could not be reached ({http.HttpRequestError}).",
            _ => $"It could not be reached ({failure.GetType().Name}).",
        };

    // Longer than a receiver may take, so that nobody else sends it meanwhile.
    private TimeSpan Lease => TimeSpan.FromSeconds(settings.TimeoutSeconds + 60);
}
