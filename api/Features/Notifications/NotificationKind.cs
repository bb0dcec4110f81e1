namespace Cooperator.Api.Features.Notifications;

/// <summary>What a notification is about. Each kind has a <see cref="NotificationRule"/>.</summary>
public enum NotificationKind
{
    MemberJoined,
    MemberLeft,
    MembershipEnded,
    RoleGranted,
    RoleEnded,
    MovedIn,
    TaskAssigned,
    TaskMention,
    TaskDueSoon,
    TaskOverdue,
    TaskNeedsHelp,
    TaskOpened,
    DutyAssigned,
    DutySwapOffered,
    DutySwapAccepted,
    DutySwapDeclined,
    WorkLeft,
    WebhookDisabled,
}

/// <summary>A way to a member that the member can switch on and off for each kind.</summary>
public enum NotificationChannel
{
    InApp,
    Email,
}
