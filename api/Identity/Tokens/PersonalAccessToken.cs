using Cooperator.Api.Database;
using Cooperator.Api.Database.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Identity;

/// <summary>A token a person gives to a script of theirs: some of their rights, for a while, perhaps in one co-op only.</summary>
public sealed class PersonalAccessToken : Entity
{
    private PersonalAccessToken() { }

    public PersonalAccessToken(
        Guid accountId,
        string name,
        bool mayWrite,
        Guid? coopId,
        byte[] hash,
        DateTimeOffset createdAt,
        DateTimeOffset expiresAt
    )
    {
        AccountId = accountId;
        Name = name;
        MayWrite = mayWrite;
        CoopId = coopId;
        Hash = hash;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    public Guid AccountId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Reading is always allowed.</summary>
    public bool MayWrite { get; private set; }

    /// <summary>The one co-op it is good for; null for all of the person's.</summary>
    public Guid? CoopId { get; private set; }

    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }
}

internal sealed class PersonalAccessTokenConfiguration : IEntityTypeConfiguration<PersonalAccessToken>
{
    public void Configure(EntityTypeBuilder<PersonalAccessToken> builder)
    {
        builder.ToTable("personal_access_tokens");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.HasIndex(t => t.Hash).IsUnique();
        builder.HasIndex(t => t.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasSchemaScript("personal_access_tokens_tell_their_end", SignOutSignal.OfPersonalAccessTokens);
    }
}
