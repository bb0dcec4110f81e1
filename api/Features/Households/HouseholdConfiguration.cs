using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Database.Security;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Households;

internal sealed class HouseholdConfiguration : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.ToTable("households");
        builder.Property(h => h.Name).HasMaxLength(200).UseCollation(Collations.Natural);
        builder.HasMany(h => h.Memberships).WithOne().HasForeignKey(m => new { m.CoopId, m.HouseholdId });
        builder.HasIndex(h => new
        {
            h.CoopId,
            h.Name,
            h.Id,
        });
    }
}

internal sealed class HouseholdMembershipConfiguration : IEntityTypeConfiguration<HouseholdMembership>
{
    public void Configure(EntityTypeBuilder<HouseholdMembership> builder)
    {
        builder.ToTable(
            "household_memberships",
            t => t.HasCheckConstraint("ck_household_memberships_days", "valid_until >= valid_from")
        );
        builder.Property(m => m.From).HasColumnName("valid_from");
        builder.Property(m => m.Until).HasColumnName("valid_until");
        builder.Ignore(m => m.Days);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(m => new { m.CoopId, m.MemberId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new
        {
            m.CoopId,
            m.HouseholdId,
            m.From,
        });
        builder.HasIndex(m => new
        {
            m.CoopId,
            m.MemberId,
            m.From,
        });
        builder.HasExclusionConstraint(
            HouseholdsFeature.OneHouseholdAtATime,
            "USING gist (coop_id WITH =, member_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)"
        );
    }
}
