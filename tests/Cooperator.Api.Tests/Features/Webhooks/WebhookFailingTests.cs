using Cooperator.Api.Features.Webhooks;

namespace Cooperator.Api.Tests.Features.Webhooks;

/// <summary>When a webhook that takes nothing is given up.</summary>
public sealed class WebhookFailingTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly Webhook _webhook = new("https://example.org/", [], "sealed", Start);

    [Fact]
    public void After_five_days_of_failing_steadily()
    {
        FailAfter(0, 1, 13, 60, 119);
        Assert.True(_webhook.Enabled);

        FailAfter(120);
        Assert.False(_webhook.Enabled);
        Assert.Equal("It has not taken anything for five days.", _webhook.DisabledReason);
    }

    [Fact]
    public void Not_for_two_failures_far_apart()
    {
        FailAfter(0, 500);
        Assert.True(_webhook.Enabled);
    }

    [Fact]
    public void A_success_makes_good_for_all_that_went_before()
    {
        FailAfter(0, 13, 100);
        _webhook.Succeed(Start.AddHours(110));
        FailAfter(121, 130);
        Assert.True(_webhook.Enabled);
    }

    [Fact]
    public void Two_secrets_hold_for_a_day()
    {
        _webhook.Rotate("new", Start);
        Assert.Equal(["new", "sealed"], _webhook.SealedSecretsAt(Start.AddHours(23)));
        Assert.Equal(["new"], _webhook.SealedSecretsAt(Start.AddHours(24)));
    }

    private void FailAfter(params int[] hours) => Array.ForEach(hours, h => _webhook.Fail(Start.AddHours(h)));
}
