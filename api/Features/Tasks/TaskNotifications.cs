using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Notifications;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

/// <summary>What tells of a task. Whoever has it no longer, and of what is done or gone, is not told.</summary>
internal abstract class TaskRule : NotificationRule
{
    public override Task<bool> MaySeeAsync(Guid memberId, Guid subjectId, Circumstances now) =>
        now.Db.Tasks.AnyAsync(
            t => t.Id == subjectId && t.Column != TaskColumn.Done && t.Assignments.Any(a => a.MemberId == memberId),
            now.Cancelled
        );

    public static Announcement About(Guid taskId, string title, IReadOnlyCollection<Guid> to, DateOnly? dueOn = null) =>
        new(
            to,
            "tasks/" + NodeIds.Format("Task", taskId),
            new Dictionary<string, string> { ["task"] = title, ["day"] = dueOn is { } day ? $"{day:yyyy-MM-dd}" : "" }
        );

    protected static Task<string?> TitleAsync(Guid taskId, Circumstances now) =>
        now.Db.Tasks.Where(t => t.Id == taskId).Select(t => t.Title).SingleOrDefaultAsync(now.Cancelled);
}

internal sealed class TaskAssignedRule : TaskRule
{
    public override NotificationKind Kind => NotificationKind.TaskAssigned;

    public override IReadOnlyCollection<string> Events => ["task.assigned"];

    public override async Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        await TitleAsync(happened.SubjectId, now) is { } title
            ? About(happened.SubjectId, title, [happened.Facts().GetProperty("memberId").GetGuid()])
            : null;
}

internal sealed class TaskMentionRule : TaskRule
{
    public override NotificationKind Kind => NotificationKind.TaskMention;

    public override IReadOnlyCollection<string> Events => ["task.commented", "task.comment_changed"];

    public override async Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        await TitleAsync(happened.SubjectId, now) is { } title
            ? About(
                happened.SubjectId,
                title,
                [.. happened.Facts().GetProperty("mentionedIds").EnumerateArray().Select(id => id.GetGuid())]
            )
            : null;

    // Who is mentioned is asked for an answer, with or without the task.
    public override Task<bool> MaySeeAsync(Guid memberId, Guid subjectId, Circumstances now) =>
        now.Db.Tasks.AnyAsync(t => t.Id == subjectId, now.Cancelled);
}

/// <summary>What <see cref="TaskReminders"/> tells: that a day comes or goes is no event.</summary>
internal abstract class TaskReminderRule : TaskRule
{
    public override IReadOnlyCollection<string> Events => [];

    public override Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now) =>
        Task.FromResult<Announcement?>(null);
}

internal sealed class TaskDueSoonRule : TaskReminderRule
{
    public override NotificationKind Kind => NotificationKind.TaskDueSoon;
}

internal sealed class TaskOverdueRule : TaskReminderRule
{
    public override NotificationKind Kind => NotificationKind.TaskOverdue;
}

/// <summary>Asks those who look after the work to help. It names the task, not who has it.</summary>
internal sealed class TaskNeedsHelpRule : TaskReminderRule
{
    public override NotificationKind Kind => NotificationKind.TaskNeedsHelp;

    public override Task<bool> MaySeeAsync(Guid memberId, Guid subjectId, Circumstances now) =>
        now.Db.Tasks.AnyAsync(
            t => t.Id == subjectId && t.Column != TaskColumn.Done && t.Assignments.Any(),
            now.Cancelled
        );
}

/// <summary>Tells who had it that it is off their hands.</summary>
internal sealed class TaskOpenedRule : TaskReminderRule
{
    public override NotificationKind Kind => NotificationKind.TaskOpened;

    public override Task<bool> MaySeeAsync(Guid memberId, Guid subjectId, Circumstances now) =>
        now.Db.Tasks.AnyAsync(t => t.Id == subjectId && t.Column != TaskColumn.Done, now.Cancelled);
}
