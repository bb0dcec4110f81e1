using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Webhooks;

public sealed class WebhookNotFoundException() : RefusalException("There is no such webhook.");

public sealed class WebhookInsideException()
    : RefusalException("A webhook lies on the public internet, not inside of our own network.");

public sealed class WebhookDisabledException() : RefusalException("The webhook is switched off.");

public sealed class TooManyWebhooksException(int most) : RefusalException("The co-op has too many webhooks.")
{
    public int Most { get; } = most;
}
