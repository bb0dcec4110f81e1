using Cooperator.Api.Tests.Identity;
using Microsoft.AspNetCore.Http;

namespace Cooperator.Api.Tests.Features.Webhooks;

/// <summary>Webhooks to real receivers, which are whatever receivers can be.</summary>
public sealed class WebhookDeliveryTests(WebhookHouse house) : IClassFixture<WebhookHouse>
{
    [Theory]
    [InlineData(500, "It answered 500.")]
    [InlineData(404, "It answered 404.")]
    [InlineData(307, "It answered with a redirect (307), which is not followed.")]
    public async Task What_is_not_taken_is_tried_again_under_the_same_id(int status, string reason)
    {
        var (answer, other) = (status, await Receiver.AnsweringAsync(200));
        await using var secret = other;
        await using var receiver = await Receiver.StartAsync(http =>
        {
            http.Response.StatusCode = answer;
            http.Response.Headers.Location = other.Url;
            return Task.CompletedTask;
        });
        var (id, _) = await house.AddAsync(receiver.Url);
        var failed = await house.TestAsync(id, d => d.Text("state") == "FAILED");
        Assert.Equal(reason, failed.Text("lastError"));

        answer = 200;
        await house.DeliveryAsync(failed.Text("id"), d => d.Text("state") == "SENT", TimeSpan.FromMinutes(1));

        Assert.Single(receiver.Received.Select(r => r.Id).Distinct());
        Assert.Single(receiver.Received.Select(r => r.Body).Distinct());
        Assert.Empty(other.Received);
        await house.DoAsync("removeWebhook", id);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_not_called_any_more_and_the_board_is_told()
    {
        await using var receiver = await Receiver.AnsweringAsync(410);
        var (id, _) = await house.AddAsync(receiver.Url);
        var dead = await house.TestAsync(id, d => d.Text("state") == "DEAD");
        await house.ToldAsync(house.Lindenhof);

        Assert.False(dead.GetProperty("webhook").GetProperty("enabled").GetBoolean());
        Assert.Single(receiver.Received);
        var inbox = await house.Admin.AskAsync("{ notifications(first: 5) { nodes { kind text(language: EN) } } }");
        Assert.Contains("WEBHOOK_DISABLED", inbox.ToString(), StringComparison.Ordinal);
        var test = await house.DoAsync("testWebhook", id);
        Assert.Equal("WebhookDisabledError", test.GetProperty("errors")[0].Text("__typename"));
        await house.DoAsync("removeWebhook", id);
    }

    [Fact]
    public async Task Neither_silence_nor_an_endless_answer_holds_up_others()
    {
        var never = new TaskCompletionSource();
        await using var silent = await Receiver.StartAsync(http => never.Task.WaitAsync(http.RequestAborted));
        var cutOff = new TaskCompletionSource();
        await using var endless = await Receiver.StartAsync(async http =>
        {
            try
            {
                while (!http.RequestAborted.IsCancellationRequested)
                {
                    await http.Response.Body.WriteAsync(new byte[16 * 1024], http.RequestAborted);
                }
            }
            finally
            {
                cutOff.SetResult();
            }
        });
        await using var good = await Receiver.AnsweringAsync(200);
        var (one, two, three) = (
            (await house.AddAsync(silent.Url)).Id,
            (await house.AddAsync(endless.Url)).Id,
            (await house.AddAsync(good.Url)).Id
        );

        var failed = await house.TestAsync(one, d => d.Text("state") == "FAILED");
        var talked = await house.TestAsync(two, d => d.Text("state") == "SENT");
        await house.TestAsync(three, d => d.Text("state") == "SENT");

        Assert.Equal("It did not answer in time.", failed.Text("lastError"));
        Assert.Equal(1, talked.GetProperty("attempts").GetInt32());
        await cutOff.Task.WaitAsync(TimeSpan.FromMinutes(3));
        never.SetResult();
        foreach (var id in new[] { one, two, three })
        {
            await house.DoAsync("removeWebhook", id);
        }
    }

    [Fact]
    public async Task What_was_given_up_can_be_sent_again_under_the_same_id()
    {
        var answer = 500;
        await using var receiver = await Receiver.StartAsync(http =>
        {
            http.Response.StatusCode = answer;
            return Task.CompletedTask;
        });
        var (id, _) = await house.AddAsync(receiver.Url);
        var failing = await house.TestAsync(id, d => d.Text("state") == "FAILED");
        var delivery = failing.Text("id");
        var replay =
            $$"""mutation { replayDelivery(input: { deliveryId: "{{delivery}}" }) { delivery { state } errors { __typename } } }""";
        Assert.Contains(
            "DeliveryNotDeadError",
            (await house.Admin.AskAsync(replay)).ToString(),
            StringComparison.Ordinal
        );
        await house.DeliveryAsync(delivery, d => d.Text("state") == "DEAD", TimeSpan.FromHours(1));

        answer = 200;
        await house.DoAsync("enableWebhook", id);
        (await house.Admin.AskAsync(replay)).Data();
        await house.DeliveryAsync(delivery, d => d.Text("state") == "SENT");

        Assert.Single(receiver.Received.Select(r => r.Id).Distinct());
        await house.DoAsync("removeWebhook", id);
    }
}
