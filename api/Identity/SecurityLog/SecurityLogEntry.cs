using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Identity;

public enum SecurityEvent
{
    SignedIn,
    SignInFailed,
    LockedOut,
    SignedOut,
    RefreshTokenReused,
    PasswordResetRequested,
    PasswordReset,
    PasswordChanged,
    TotpEnabled,
    TotpDisabled,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,
    AccessTokenCreated,
    AccessTokenRevoked,
    InvitationAccepted,
    AccountCreated,
}

/// <summary>Something about an account that its owner or an investigator may ask about later. Written once, never changed.</summary>
public sealed class SecurityLogEntry
{
    private SecurityLogEntry() { }

    internal SecurityLogEntry(SecurityEvent kind, Guid? accountId, ClientAddress client, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        Kind = kind;
        AccountId = accountId;
        IpAddress = client.IpAddress;
        UserAgent = client.UserAgent;
        At = at;
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public SecurityEvent Kind { get; private set; }

    /// <summary>Null when nobody has the account that was tried. The address that was typed is not kept: it may be a password.</summary>
    public Guid? AccountId { get; private set; }

    public string? IpAddress { get; private set; }

    public string? UserAgent { get; private set; }
}

internal sealed class SecurityLogConfiguration : IEntityTypeConfiguration<SecurityLogEntry>
{
    public void Configure(EntityTypeBuilder<SecurityLogEntry> builder)
    {
        builder.ToTable("security_log");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasMaxLength(40);
        builder.Property(e => e.IpAddress).HasMaxLength(64);
        builder.Property(e => e.UserAgent).HasMaxLength(ClientAddress.LongestUserAgent);
        builder.HasIndex(e => new { e.AccountId, e.At });
    }
}
