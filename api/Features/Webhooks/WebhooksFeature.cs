using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform.Settings;

namespace Cooperator.Api.Features.Webhooks;

public static class WebhooksFeature
{
    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.AddSettings<WebhookSettings>("Webhooks");
        builder
            .Services.AddSingleton<WebhookClient>()
            .AddSingleton<WebhookSecrets>()
            .AddScoped<IEventPlan, WebhookEvents>()
            .AddScoped<ICarrier<WebhookParcel>, WebhookCarrier>()
            .AddHostedService<DeliveryRounds<WebhookParcel>>()
            .AddNotificationRule<WebhookDisabledRule>();
    }
}
