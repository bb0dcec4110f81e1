using Cooperator.Api.Features.Notifications;

namespace Cooperator.Api.Tests.Features.Notifications;

public sealed class RetryPlanTests
{
    [Fact]
    public void Pauses_grow_up_to_half_a_day_and_chance_spreads_them()
    {
        Assert.Equal(TimeSpan.FromSeconds(20), RetryPlan.PauseAfter(1, 1));
        Assert.Equal(TimeSpan.FromSeconds(40), RetryPlan.PauseAfter(2, 1));
        Assert.Equal(TimeSpan.FromSeconds(20), RetryPlan.PauseAfter(2, 0.5));
        Assert.Equal(TimeSpan.FromSeconds(1), RetryPlan.PauseAfter(2, 0));
        Assert.Equal(TimeSpan.FromHours(12), RetryPlan.PauseAfter(RetryPlan.MostAttempts, 1));
    }

    [Fact]
    public void A_weekend_is_waited_for()
    {
        var all = Enumerable.Range(1, RetryPlan.MostAttempts - 1).Select(n => RetryPlan.PauseAfter(n, 0.5));
        Assert.InRange(all.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause).TotalDays, 2, 5);
    }
}
