using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Identity;

/// <summary>A mailed link that lets its reader choose a new password, once; using one ends the others of the account.</summary>
public sealed class PasswordReset : Entity
{
    private PasswordReset() { }

    public PasswordReset(Guid accountId, byte[] hash, DateTimeOffset expiresAt)
    {
        AccountId = accountId;
        Hash = hash;
        ExpiresAt = expiresAt;
    }

    public Guid AccountId { get; private set; }

    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset ExpiresAt { get; private set; }
}

internal sealed class PasswordResetConfiguration : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.ToTable("password_resets");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => r.Hash).IsUnique();
        builder.HasIndex(r => r.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
