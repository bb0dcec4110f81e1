using System.Text.Json;

namespace Cooperator.Api.Features.Notifications;

internal static class NotificationNames
{
    /// <summary><c>MEMBER_JOINED</c>, as on the wire.</summary>
    public static string Of(NotificationKind kind) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());

    /// <summary><c>notification-member-joined</c>.</summary>
    public static string TemplateOf(NotificationKind kind) =>
        "notification-" + JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
