using System.ComponentModel.DataAnnotations;

namespace Cooperator.Api.Features.Webhooks;

/// <summary><c>Webhooks</c>: telling programs of others what happens.</summary>
public sealed record WebhookSettings
{
    /// <summary>Whether webhooks may lie inside of our own network and be called without encryption: for trying things out only.</summary>
    public bool AllowInside { get; init; }

    /// <summary>How long a receiver may take to answer.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 15;
}
