using Cooperator.Api.Database;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Notifications;

public enum DeliveryChannel
{
    Email,
    Webhook,
}

public enum DeliveryState
{
    /// <summary>Not tried yet.</summary>
    Pending,

    Sent,

    /// <summary>Tried in vain; it is tried again.</summary>
    Failed,

    /// <summary>Given up. It can be replayed.</summary>
    Dead,

    /// <summary>Not sent, as there is no need or no right any more.</summary>
    Dropped,

    /// <summary>No e-mail address is known: it waits to be printed.</summary>
    Unreachable,

    /// <summary>Printed, and brought by hand or by post.</summary>
    Printed,
}

/// <summary>One thing that leaves the house: a notification by e-mail, or an event to a webhook.</summary>
/// <remarks>
/// Sent at least once. A node claims it for a while, sends it outside of any transaction and records what came of it. When it
/// dies in between, another node sends it again after that while, under the same id.
/// </remarks>
public sealed class Delivery : TenantEntity
{
    private const int LongestError = 500;

    private Delivery() { }

    private Delivery(DeliveryChannel channel, string kind, DateTimeOffset now)
    {
        Channel = channel;
        Kind = kind;
        CreatedAt = now;
        NextTryAt = now;
    }

    public DeliveryChannel Channel { get; private set; }

    public DeliveryState State { get; private set; } = DeliveryState.Pending;

    /// <summary>What it tells of: <c>MEMBER_JOINED</c> by e-mail, <c>member.joined</c> to a webhook.</summary>
    public string Kind { get; private set; } = "";

    public Guid? NotificationId { get; private set; }

    public Guid? MemberId { get; private set; }

    public Guid? WebhookId { get; private set; }

    /// <summary>The event a webhook is told of; null for a test.</summary>
    public long? EventId { get; private set; }

    /// <summary>What a webhook is sent, the same at each attempt.</summary>
    public string? Body { get; private set; }

    /// <summary>Whether it waits to be gathered with others into one letter.</summary>
    public bool Gathered { get; private set; }

    /// <summary>What the letter it went into is called on its way; several gathered ones share it.</summary>
    public Guid? LetterId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>Until then a node is busy with it.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public static Delivery ByMail(
        Notification notification,
        string kind,
        DateTimeOffset now,
        DateTimeOffset notBefore,
        bool gathered
    ) =>
        new(DeliveryChannel.Email, kind, now)
        {
            NotificationId = notification.Id,
            MemberId = notification.MemberId,
            NextTryAt = notBefore,
            Gathered = gathered,
        };

    public static Delivery ToWebhook(Guid webhookId, long? eventId, string kind, string body, DateTimeOffset now) =>
        new(DeliveryChannel.Webhook, kind, now)
        {
            WebhookId = webhookId,
            EventId = eventId,
            Body = body,
        };

    /// <summary>Takes it for one attempt.</summary>
    public void Claim(Guid letterId, DateTimeOffset until)
    {
        LetterId ??= letterId;
        ClaimedUntil = until;
        Attempts++;
    }

    public void Sent(DateTimeOffset now)
    {
        State = DeliveryState.Sent;
        SentAt = now;
        (ClaimedUntil, LastError) = (null, null);
    }

    /// <summary>Failed for now; given up when there have been too many attempts.</summary>
    public void Fail(string error, DateTimeOffset now, double jitter)
    {
        if (RetryPlan.IsLast(Attempts))
        {
            Die(error);
            return;
        }

        State = DeliveryState.Failed;
        NextTryAt = now + RetryPlan.PauseAfter(Attempts, jitter);
        (ClaimedUntil, LastError) = (null, Short(error));
    }

    public void Die(string error) => (State, ClaimedUntil, LastError) = (DeliveryState.Dead, null, Short(error));

    public void Drop(string reason) => (State, ClaimedUntil, LastError) = (DeliveryState.Dropped, null, Short(reason));

    /// <summary>Leaves it to paper.</summary>
    public void LeaveToPrint() =>
        (State, ClaimedUntil, LastError) = (DeliveryState.Unreachable, null, "No e-mail address is known.");

    /// <summary>It was printed, or has been before.</summary>
    public void Print(DateTimeOffset now)
    {
        if (State is DeliveryState.Printed)
        {
            return;
        }

        if (Channel is not DeliveryChannel.Email || State is not (DeliveryState.Dead or DeliveryState.Unreachable))
        {
            throw new DeliveryNotToPrintException();
        }

        (State, SentAt) = (DeliveryState.Printed, now);
    }

    /// <summary>Begins anew, under the same id, so that who has it already knows it again.</summary>
    public void Replay(DateTimeOffset now)
    {
        if (State is not (DeliveryState.Dead or DeliveryState.Unreachable))
        {
            throw new DeliveryNotDeadException();
        }

        (State, NextTryAt, Attempts, Gathered) = (DeliveryState.Pending, now, 0, false);
    }

    private static string Short(string text) => Clipping.Start(text, LongestError);
}
