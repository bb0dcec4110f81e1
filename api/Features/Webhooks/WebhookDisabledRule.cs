using System.Text.Json;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;

namespace Cooperator.Api.Features.Webhooks;

/// <summary>Tells the board that a program is not told any more what happens.</summary>
internal sealed class WebhookDisabledRule : NotificationRule
{
    public override NotificationKind Kind => NotificationKind.WebhookDisabled;

    public override IReadOnlyCollection<string> Events => ["webhook.disabled"];

    public override async Task<Announcement?> AnnounceAsync(EventLogEntry happened, Circumstances now)
    {
        var facts = happened.Facts();
        return new(
            await now.HoldersAsync(Role.Admin),
            "settings/webhooks",
            new Dictionary<string, string>
            {
                ["url"] = HostIn(facts),
                ["reason"] = facts.GetProperty("reason").GetString()!,
            }
        );
    }

    // Older events tell the whole address.
    private static string HostIn(JsonElement facts) =>
        facts.TryGetProperty("host", out var host)
            ? host.GetString()!
            : new Uri(facts.GetProperty("url").GetString()!).Authority;

    public override async Task<bool> MaySeeAsync(Guid memberId, Guid subjectId, Circumstances now) =>
        (await now.HoldersAsync(Role.Admin)).Contains(memberId);
}
