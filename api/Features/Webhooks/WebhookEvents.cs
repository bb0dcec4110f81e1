using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Notifications;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Webhooks;

/// <summary>Tells each webhook of the events it wants to hear of.</summary>
internal sealed class WebhookEvents(CooperatorDbContext db, DeliverySignal signal, TimeProvider clock) : IEventPlan
{
    public async Task PlanAsync(IReadOnlyList<EventLogEntry> events, CancellationToken ct)
    {
        if (events.Count == 0)
        {
            return;
        }

        var webhooks = await db.Webhooks.AsNoTracking().Where(w => w.Enabled).ToListAsync(ct);
        foreach (var happened in events)
        {
            foreach (var webhook in webhooks.Where(w => w.Hears(happened)))
            {
                signal.WakeSoon();
                db.Deliveries.Add(
                    Delivery.ToWebhook(
                        webhook.Id,
                        happened.Id,
                        happened.Kind,
                        WebhookBody.Of(happened, db.Coop.Slug!),
                        clock.GetUtcNow()
                    )
                );
            }
        }
    }
}

/// <summary>What is sent: the type, when it happened, and the facts of the event log.</summary>
internal static class WebhookBody
{
    public const string TestKind = "webhook.test";

    public static string Of(EventLogEntry happened, string coop) =>
        Write(
            happened.Kind,
            happened.At,
            new
            {
                coop,
                eventId = NodeIds.Format("Activity", happened.Id),
                happened.SubjectType,
                happened.SubjectId,
                happened.ActorMemberId,
                facts = happened.Facts(),
            }
        );

    public static string OfTest(string coop, DateTimeOffset now) => Write(TestKind, now, new { coop });

    private static string Write(string type, DateTimeOffset timestamp, object data) =>
        JsonSerializer.Serialize(
            new
            {
                type,
                timestamp,
                data,
            },
            EventJson.Options
        );
}
