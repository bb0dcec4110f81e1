using Cooperator.Api.Database;

namespace Cooperator.Api.Identity;

public enum InvitationStatus
{
    Open,
    Accepted,
    Expired,
    Revoked,
}

/// <summary>A mailed link that ties a member to an account: once, for two weeks, until it is revoked.</summary>
public sealed class Invitation : TenantEntity
{
    private Invitation() { }

    private Invitation(Guid memberId, string email, byte[] tokenHash, DateTimeOffset sentAt, DateTimeOffset expiresAt)
    {
        MemberId = memberId;
        Email = email;
        TokenHash = tokenHash;
        SentAt = sentAt;
        ExpiresAt = expiresAt;
    }

    public Guid MemberId { get; private set; }

    public string Email { get; private set; } = "";

    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static Invitation Send(Guid memberId, string email, Secret token, DateTimeOffset now, TimeSpan lifetime)
    {
        var invitation = new Invitation(memberId, email, token.Hash, now, now + lifetime);
        invitation.Raise("invitation.sent", new { memberId });
        return invitation;
    }

    public InvitationStatus StatusAt(DateTimeOffset now) =>
        AcceptedAt is not null ? InvitationStatus.Accepted
        : RevokedAt is not null ? InvitationStatus.Revoked
        : ExpiresAt <= now ? InvitationStatus.Expired
        : InvitationStatus.Open;

    public void Accept(DateTimeOffset now)
    {
        AcceptedAt = now;
        Raise("invitation.accepted", new { MemberId });
    }

    public void Revoke(DateTimeOffset now)
    {
        if (StatusAt(now) is not (InvitationStatus.Open or InvitationStatus.Expired))
        {
            throw new InvitationNotOpenException();
        }

        RevokedAt = now;
        Raise("invitation.revoked", new { MemberId });
    }
}
