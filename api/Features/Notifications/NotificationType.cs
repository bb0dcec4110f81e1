using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Something a member is told of.</summary>
[ObjectType<Notification>(
    nameof(Notification.Kind),
    nameof(Notification.Path),
    nameof(Notification.CreatedAt),
    nameof(Notification.ReadAt)
)]
public static class NotificationType
{
    [ID<Notification>]
    public static Guid GetId([Parent] Notification notification) => notification.Id;

    /// <summary>What it says, in one sentence.</summary>
    /// <param name="language">In which language.</param>
    public static async Task<string> GetTextAsync(
        [Parent] Notification notification,
        Language language,
        CoopNames coops,
        CancellationToken ct
    ) =>
        LetterWriter.Sentence(
            notification,
            (await coops.LoadAsync(notification.CoopId, ct))!,
            language.ToString().ToLowerInvariant()
        );
}

[ObjectType<MailHours>(nameof(MailHours.QuietFrom), nameof(MailHours.QuietUntil), nameof(MailHours.DigestHour))]
public static class MailHoursType;
