using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Tasks;

namespace Cooperator.Api.Tests.Domain.Tasks;

public sealed class ReminderStepsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 5, 20);

    [Theory]
    [InlineData(1, null, null, NotificationKind.TaskDueSoon)]
    [InlineData(0, null, null, NotificationKind.TaskDueSoon)]
    [InlineData(-1, null, null, NotificationKind.TaskOverdue)]
    [InlineData(-7, null, null, NotificationKind.TaskOverdue)]
    // Long known when it is first seen: nobody is told of it now.
    [InlineData(-8, null, null, null)]
    [InlineData(-9, 1, null, null)]
    [InlineData(-9, 2, null, NotificationKind.TaskNeedsHelp)]
    // However late a step was, the next one leaves time.
    [InlineData(-30, 20, 3, null)]
    [InlineData(-30, 20, 4, NotificationKind.TaskOpened)]
    public void Each_step_comes_some_days_after_the_one_before(
        int due,
        int? remindedDaysAgo,
        int? helpAskedDaysAgo,
        NotificationKind? step
    )
    {
        var told = new Dictionary<NotificationKind, DateTimeOffset>();
        if (remindedDaysAgo is { } reminded)
        {
            told.Add(NotificationKind.TaskOverdue, Now.AddDays(-reminded));
        }

        if (helpAskedDaysAgo is { } asked)
        {
            told.Add(NotificationKind.TaskNeedsHelp, Now.AddDays(-asked));
        }

        Assert.Equal(step, ReminderSteps.Next(Today.AddDays(due), Today, told, Now));
    }
}
