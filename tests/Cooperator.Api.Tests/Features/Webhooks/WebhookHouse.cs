using System.Net.Http.Json;
using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Cooperator.Api.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Webhooks;

/// <summary>A house that may call receivers on this machine, which nobody may but for tests.</summary>
public sealed class WebhookHouse(DatabaseServer server) : IdentityHouse(server)
{
    public HttpClient Admin { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Admin = await LastingAsync(await AddPersonAsync(Role.Admin));
        await ToldAsync(Lindenhof);
    }

    /// <summary>Adds a webhook for member.joined and gives its id and secret.</summary>
    public async Task<(string Id, string Secret)> AddAsync(string url)
    {
        var added = (
            await Admin.AskAsync(
                $$"""mutation { addWebhook(input: { url: "{{url}}", kinds: ["member.joined"] }) { webhookSecret { secret webhook { id } } errors { __typename } } }"""
            )
        )
            .Data()
            .GetProperty("addWebhook")
            .GetProperty("webhookSecret");
        return (added.GetProperty("webhook").Text("id"), added.Text("secret"));
    }

    public async Task<JsonElement> DoAsync(
        string mutation,
        string webhook,
        string selection = "errors { __typename }"
    ) =>
        (
            await Admin.AskAsync(
                $$"""mutation { done: {{mutation}}(input: { webhookId: "{{webhook}}" }) { {{selection}} } }"""
            )
        )
            .Data()
            .GetProperty("done");

    /// <summary>Sends a test and gives the delivery when it is as asked for, while time passes.</summary>
    public async Task<JsonElement> TestAsync(string webhook, Func<JsonElement, bool> until)
    {
        var delivery = (await DoAsync("testWebhook", webhook, "delivery { id }")).GetProperty("delivery").Text("id");
        return await DeliveryAsync(delivery, until);
    }

    public async Task<JsonElement> DeliveryAsync(string id, Func<JsonElement, bool> until, TimeSpan? step = null)
    {
        JsonElement found = default;
        await Eventually.HoldsAsync(async () =>
        {
            Clock.Now += step ?? TimeSpan.Zero;
            Services.GetRequiredService<DeliverySignal>().Wake();
            var all = await Admin.AskAsync(
                "{ deliveries(first: 50) { nodes { id state kind attempts lastError webhook { enabled disabledReason failingSince } } } }"
            );
            var nodes = all.Data().GetProperty("deliveries").GetProperty("nodes").EnumerateArray();
            found = nodes.Single(d => d.Text("id") == id);
            return until(found);
        });
        return found;
    }

    /// <summary>Signs in for longer than tests let time pass.</summary>
    private async Task<HttpClient> LastingAsync(Person person)
    {
        var token = new
        {
            name = "test",
            scopes = new[] { "read", "write" },
            expiresInDays = 300,
        };
        var made = await Program((await TokensAsync(person)).Access).PostAsJsonAsync("/auth/tokens", token);
        return Program((await made.JsonAsync(200)).Text("token"));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Webhooks:AllowInside", "true");
        builder.UseSetting("Webhooks:TimeoutSeconds", "2");
    }
}
