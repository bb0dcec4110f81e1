using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Notifications;

/// <summary>That a member chose to be told of a kind by a channel, or not to be. Without one the kind's own default holds.</summary>
public sealed class NotificationPreference : TenantEntity
{
    private NotificationPreference() { }

    public NotificationPreference(Guid memberId, NotificationKind kind, NotificationChannel channel) =>
        (MemberId, Kind, Channel) = (memberId, kind, channel);

    public Guid MemberId { get; private set; }

    public NotificationKind Kind { get; private set; }

    public NotificationChannel Channel { get; private set; }

    public bool Enabled { get; private set; }

    public void Choose(bool enabled) => Enabled = enabled;
}
