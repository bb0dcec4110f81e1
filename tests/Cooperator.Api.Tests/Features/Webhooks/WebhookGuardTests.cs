using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Webhooks;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Webhooks;

/// <summary>Without the setting for tests nothing inside of our network is called, whatever it is named.</summary>
public sealed class WebhookGuardTests(IdentityHouse house) : IClassFixture<IdentityHouse>
{
    [Theory]
    [InlineData("https://127.0.0.1/", "WebhookInsideError")]
    [InlineData("https://localhost/", "WebhookInsideError")]
    [InlineData("https://[::ffff:10.0.0.1]/", "WebhookInsideError")]
    [InlineData("https://169.254.169.254/latest/meta-data", "WebhookInsideError")]
    [InlineData("https://0x7f000001/", "WebhookInsideError")]
    [InlineData("https://2130706433/", "WebhookInsideError")]
    [InlineData("http://example.org/", "InvalidInputError")]
    [InlineData("file:///etc/passwd", "InvalidInputError")]
    [InlineData("nothing", "InvalidInputError")]
    public async Task An_address_that_is_plainly_inside_is_refused_at_once(string url, string refusal)
    {
        var admin = house.Program((await house.TokensAsync(await house.AddPersonAsync(Role.Admin))).Access);
        var added = await admin.AskAsync(
            $$"""mutation { addWebhook(input: { url: "{{url}}", kinds: [] }) { errors { __typename } } }"""
        );
        Assert.Contains(refusal, added.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_when_it_is_called()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        // It was another address when the webhook was added; the name server changed its mind.
        var id = await house.InCoopAsync(
            house.Lindenhof,
            (services, _) =>
            {
                var secret = services.GetRequiredService<WebhookSecrets>().Create().Sealed;
                var url = receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
                var webhook = new Webhook(url, [], secret, house.Clock.Now);
                var delivery = Delivery.ToWebhook(webhook.Id, null, "webhook.test", "{}", house.Clock.Now);
                services.GetRequiredService<CooperatorDbContext>().AddRange(webhook, delivery);
                return Task.FromResult(delivery.Id);
            }
        );
        house.Services.GetRequiredService<DeliverySignal>().Wake();

        Delivery? delivery = null;
        await Eventually.HoldsAsync(async () =>
        {
            delivery = await house.InCoopAsync(
                house.Lindenhof,
                (services, ct) =>
                    services.GetRequiredService<CooperatorDbContext>().Deliveries.SingleAsync(d => d.Id == id, ct)
            );
            return delivery.State is DeliveryState.Dead;
        });

        Assert.Equal("localhost is not an address on the public internet.", delivery!.LastError);
        Assert.Empty(receiver.Received);
    }
}
