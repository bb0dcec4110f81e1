using Cooperator.Api.Features.Notifications;

namespace Cooperator.Api.Features.Tasks;

/// <summary>
/// What is done for a task whose day is near or past, step by step. It ends in help: those who look after the work are asked
/// to, naming nobody, and in the end it is open to all. Each step comes some days after the one before, whenever that was.
/// </summary>
internal static class ReminderSteps
{
    public const int DaysAhead = 1;

    /// <summary>What has been overdue for longer, when it was first seen so, is known to everybody.</summary>
    private const int DaysBehind = 7;

    public static readonly TimeSpan UntilHelp = TimeSpan.FromDays(2);

    private static readonly TimeSpan UntilOpen = TimeSpan.FromDays(4);

    /// <summary>No step is taken later than this after the day.</summary>
    public const int LongestBehind = 60;

    /// <param name="dueOn">The task's day.</param>
    /// <param name="today">Where the co-op is.</param>
    /// <param name="toldAt">When which step was taken.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The step to take now; null for none. One that was taken may be given again.</returns>
    public static NotificationKind? Next(
        DateOnly dueOn,
        DateOnly today,
        IReadOnlyDictionary<NotificationKind, DateTimeOffset> toldAt,
        DateTimeOffset now
    )
    {
        if (dueOn >= today)
        {
            return NotificationKind.TaskDueSoon;
        }

        if (!toldAt.TryGetValue(NotificationKind.TaskOverdue, out var reminded))
        {
            return dueOn >= today.AddDays(-DaysBehind) ? NotificationKind.TaskOverdue : null;
        }

        if (!toldAt.TryGetValue(NotificationKind.TaskNeedsHelp, out var helpAsked))
        {
            return now >= reminded + UntilHelp ? NotificationKind.TaskNeedsHelp : null;
        }

        return now >= helpAsked + UntilOpen ? NotificationKind.TaskOpened : null;
    }
}
