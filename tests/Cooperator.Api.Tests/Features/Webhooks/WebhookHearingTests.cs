using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Webhooks;

namespace Cooperator.Api.Tests.Features.Webhooks;

/// <summary>Which events a webhook is told of.</summary>
public sealed class WebhookHearingTests
{
    private static readonly DateTimeOffset Added = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("member.joined", 1, true)]
    [InlineData("member.joined", 0, true)]
    // What happened before it was there is none of its business, though it may be planned only now.
    [InlineData("member.joined", -1, false)]
    [InlineData("member.left", 1, false)]
    public void It_hears_its_kinds_from_when_it_was_added(string kind, int seconds, bool heard)
    {
        var webhook = new Webhook("https://192.0.2.1/hook", ["member.joined"], "sealed", Added);
        Assert.Equal(heard, webhook.Hears(Happened(kind, seconds)));
    }

    [Fact]
    public void Without_kinds_it_hears_all_and_switched_off_none()
    {
        var webhook = new Webhook("https://192.0.2.1/hook", [], "sealed", Added);
        Assert.True(webhook.Hears(Happened("task.moved", 1)));
        webhook.Disable("It is gone.");
        Assert.False(webhook.Hears(Happened("task.moved", 1)));
    }

    [Fact]
    public void It_never_hears_of_webhooks()
    {
        var webhook = new Webhook("https://192.0.2.1/hook", [], "sealed", Added);
        Assert.False(webhook.Hears(Happened("webhook.added", 1)));
        var asked = new Webhook("https://192.0.2.1/hook", ["webhook.added"], "sealed", Added);
        Assert.False(asked.Hears(Happened("webhook.added", 1)));
    }

    [Fact]
    public void What_happens_to_it_is_kept_without_its_address()
    {
        var webhook = new Webhook("https://hooks.example.org/T0/s3cret?key=s3cret", [], "sealed", Added);
        webhook.Change("https://hooks.example.org/T1/s3cret", []);
        webhook.Rotate("sealed too", Added);
        webhook.Disable("It is gone.");
        webhook.Enable();
        webhook.Remove();

        var kept = webhook.RaisedEvents.Select(e => JsonSerializer.Serialize(e.Payload)).ToList();
        Assert.Equal(6, kept.Count);
        Assert.All(kept, k => Assert.Contains("hooks.example.org", k, StringComparison.Ordinal));
        Assert.All(kept, k => Assert.DoesNotContain("s3cret", k, StringComparison.Ordinal));
    }

    private static EventLogEntry Happened(string kind, int seconds) =>
        EventLogEntry.Of(
            Guid.CreateVersion7(),
            Added.AddSeconds(seconds),
            new CurrentActor(),
            new RaisedEvent(kind, Guid.CreateVersion7(), new { })
        );
}
