using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Platform;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace Cooperator.Api.Tests.Features.Webhooks;

/// <summary>What is sent can be verified by the library of Standard Webhooks. It looks at the real clock, so no time passes here.</summary>
public sealed class WebhookSignatureTests(WebhookHouse house) : IClassFixture<WebhookHouse>
{
    [Fact]
    public async Task An_event_arrives_once_and_signed_so_that_others_can_verify_it()
    {
        await using var receiver = await Receiver.AnsweringAsync(204);
        var (id, secret) = await house.AddAsync(receiver.Url);
        var member = await house.AddMemberAsync(house.Lindenhof, "Frieda", Role.Resident);
        await house.ToldAsync(house.Lindenhof);

        await Eventually.HoldsAsync(() => Task.FromResult(receiver.Received.Count > 0));

        var received = Assert.Single(receiver.Received);
        Assert.True(IsSigned(secret, received));
        var body = JsonDocument.Parse(received.Body).RootElement;
        Assert.Equal("member.joined", body.Text("type"));
        Assert.Equal(member.Id, body.GetProperty("data").GetProperty("subjectId").GetGuid());
        await house.DoAsync("removeWebhook", id);
    }

    [Fact]
    public async Task While_a_secret_changes_both_are_good_and_a_wrong_one_never_is()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        var (id, old) = await house.AddAsync(receiver.Url);
        var rotated = await house.DoAsync("rotateWebhookSecret", id, "webhookSecret { secret }");
        var fresh = rotated.GetProperty("webhookSecret").Text("secret");

        await house.TestAsync(id, d => d.Text("state") == "SENT");

        var received = Assert.Single(receiver.Received);
        Assert.True(IsSigned(old, received));
        Assert.True(IsSigned(fresh, received));
        Assert.False(IsSigned("whsec_" + Convert.ToBase64String(new byte[32]), received));
        await house.DoAsync("removeWebhook", id);
    }

    /// <summary>Whether one of the signatures is of this secret. The library looks at the first of a list alone.</summary>
    private static bool IsSigned(string secret, Received received) =>
        Array.Exists(received.Headers["webhook-signature"].Split(' '), one => Verifies(secret, received, one));

    private static bool Verifies(string secret, Received received, string signature)
    {
        var headers = new HeaderDictionary
        {
            ["webhook-id"] = received.Id,
            ["webhook-timestamp"] = received.Headers["webhook-timestamp"],
            ["webhook-signature"] = signature,
        };
        try
        {
            new StandardWebhook(secret).Verify(received.Body, headers);
            return true;
        }
        catch (WebhookVerificationException)
        {
            return false;
        }
    }
}
