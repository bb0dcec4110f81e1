using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Identity;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.HasOne<Member>().WithMany().HasForeignKey(i => new { i.CoopId, i.MemberId });
        builder.HasIndex(i => new { i.CoopId, i.TokenHash }).IsUnique();

        // One open invitation per member: a new one replaces it.
        builder
            .HasIndex(i => new { i.CoopId, i.MemberId })
            .IsUnique()
            .HasFilter("accepted_at IS NULL AND revoked_at IS NULL");
        builder.HasIndex(i => new
        {
            i.CoopId,
            i.SentAt,
            i.Id,
        });
    }
}
