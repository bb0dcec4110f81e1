using Cooperator.Api.Database;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Calendars;

/// <summary>A member's secret link for calendar programs, which can not sign in. Of the secret only the hash is kept.</summary>
public sealed class CalendarFeed : TenantEntity
{
    private CalendarFeed() { }

    public CalendarFeed(Guid memberId) => MemberId = memberId;

    public Guid MemberId { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Makes the link anew; the one before leads nowhere from now on.</summary>
    public void Open(Secret secret, DateTimeOffset at)
    {
        (SecretHash, CreatedAt) = (secret.Hash, at);
        Raise("calendar_feed.created", new { MemberId });
    }

    public void Revoke() => Raise("calendar_feed.revoked", new { MemberId });
}
