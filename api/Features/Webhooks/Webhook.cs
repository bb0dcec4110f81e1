using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;

namespace Cooperator.Api.Features.Webhooks;

/// <summary>A program of somebody else that is told what happens in the co-op.</summary>
public sealed class Webhook : TenantEntity
{
    /// <summary>How long two secrets are used side by side after a change.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const string SubjectType = "webhook";

    private static readonly TimeSpan Patience = TimeSpan.FromDays(5);
    private static readonly TimeSpan Apart = TimeSpan.FromHours(12);

    private Webhook() { }

    public Webhook(string url, IReadOnlyList<string> kinds, string sealedSecret, DateTimeOffset now)
    {
        (Url, Kinds) = (url, [.. kinds]);
        SealedSecret = sealedSecret;
        CreatedAt = now;
        Enabled = true;
        Raise("webhook.added", new { Host });
    }

    public string Url { get; private set; } = "";

    /// <summary>What the event log is told of the address: the rest of it is often a secret, and the log is kept for ever.</summary>
    private string Host => new Uri(Url).Authority;

    /// <summary>The events it is told of; none means all of them.</summary>
    public List<string> Kinds { get; private set; } = [];

    public string SealedSecret { get; private set; } = "";

    public string? PreviousSealedSecret { get; private set; }

    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    public bool Enabled { get; private set; }

    /// <summary>Why it is switched off.</summary>
    public string? DisabledReason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The first failure since the last success.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Whether it failed again half a day and more after <see cref="FailingSince"/>: no mere hiccup.</summary>
    public bool FailsSteadily { get; private set; }

    public DateTimeOffset? LastSuccessAt { get; private set; }

    public void Change(string url, IReadOnlyList<string> kinds)
    {
        (Url, Kinds) = (url, [.. kinds]);
        Raise("webhook.changed", new { Host });
    }

    /// <summary>Takes a new secret; what is sent is signed with both until the receiver had time to change over.</summary>
    public void Rotate(string sealedSecret, DateTimeOffset now)
    {
        (PreviousSealedSecret, PreviousSecretUntil) = (SealedSecret, now + Overlap);
        SealedSecret = sealedSecret;
        Raise("webhook.secret_rotated", new { Host });
    }

    public IEnumerable<string> SealedSecretsAt(DateTimeOffset now) =>
        PreviousSealedSecret is { } previous && now < PreviousSecretUntil ? [SealedSecret, previous] : [SealedSecret];

    /// <summary>
    /// Whether it is told of the event. What happened before there was a webhook is none of its business, nor is what happens
    /// to webhooks.
    /// </summary>
    public bool Hears(EventLogEntry happened) =>
        Enabled
        && happened.At >= CreatedAt
        && happened.SubjectType != SubjectType
        && (Kinds.Count == 0 || Kinds.Contains(happened.Kind));

    public void Enable()
    {
        if (!Enabled)
        {
            (Enabled, DisabledReason, FailingSince, FailsSteadily) = (true, null, null, false);
            Raise("webhook.enabled", new { Host });
        }
    }

    public void Disable(string reason)
    {
        if (Enabled)
        {
            (Enabled, DisabledReason) = (false, reason);
            Raise("webhook.disabled", new { Host, reason });
        }
    }

    public void Remove() => Raise("webhook.removed", new { Host });

    public void Succeed(DateTimeOffset now) => (LastSuccessAt, FailingSince, FailsSteadily) = (now, null, false);

    /// <summary>Given up after five days of failure, and only when it has failed time and again in them.</summary>
    public void Fail(DateTimeOffset now)
    {
        var failing = now - (FailingSince ??= now);
        if (FailsSteadily && failing >= Patience)
        {
            Disable("It has not taken anything for five days.");
        }

        FailsSteadily |= failing >= Apart;
    }
}
