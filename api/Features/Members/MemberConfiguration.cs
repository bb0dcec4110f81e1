using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Database.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Members;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.Property(m => m.GivenName).HasMaxLength(100);
        builder.Property(m => m.FamilyName).HasMaxLength(100);
        builder.Property(m => m.DisplayName).HasMaxLength(201);
        builder.Property(m => m.SortName).HasMaxLength(202).UseCollation(Collations.Natural);
        builder.Property(m => m.Email).HasMaxLength(254);
        builder.Property(m => m.Phone).HasMaxLength(50);
        builder.HasMany(m => m.Periods).WithOne().HasForeignKey(p => new { p.CoopId, p.MemberId });
        builder.HasMany(m => m.RoleAssignments).WithOne().HasForeignKey(r => new { r.CoopId, r.MemberId });
        builder.HasIndex(m => new
        {
            m.CoopId,
            m.SortName,
            m.Id,
        });
        builder.HasIndex(m => new { m.CoopId, m.Email });
        builder.HasIndex(m => new { m.CoopId, m.AccountId }).IsUnique();
        builder.HasIndex(m => m.AccountId);

        // For the co-op switcher and for finding one's co-ops at sign-in.
        builder.HasRowPolicy(
            "own_membership",
            DatabaseRoles.App,
            "SELECT",
            $"account_id = {RowSecurity.CurrentAccount} AND {RowSecurity.OutsideCoops}"
        );
    }
}

internal sealed class MembershipPeriodConfiguration : IEntityTypeConfiguration<MembershipPeriod>
{
    public void Configure(EntityTypeBuilder<MembershipPeriod> builder)
    {
        builder.ToTable(
            "membership_periods",
            t => t.HasCheckConstraint("ck_membership_periods_days", "left_on >= joined_on")
        );
        builder.Property(p => p.Reason).HasMaxLength(500);
        builder.Ignore(p => p.Days);
        builder.HasIndex(p => new
        {
            p.CoopId,
            p.MemberId,
            p.JoinedOn,
        });
        builder.HasExclusionConstraint(
            MembersFeature.PeriodsDoNotOverlap,
            "USING gist (coop_id WITH =, member_id WITH =, daterange(joined_on, left_on, '[]') WITH &&)"
        );
        builder.HasRowPolicy("own_membership", DatabaseRoles.App, "SELECT", OwnMember.Condition);
    }
}

internal sealed class RoleAssignmentConfiguration : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable(
            "role_assignments",
            t => t.HasCheckConstraint("ck_role_assignments_days", "valid_until >= valid_from")
        );
        builder.Property(r => r.From).HasColumnName("valid_from");
        builder.Property(r => r.Until).HasColumnName("valid_until");
        builder.Ignore(r => r.Days);
        builder.HasIndex(r => new
        {
            r.CoopId,
            r.MemberId,
            r.From,
        });
        builder.HasIndex(r => new { r.CoopId, r.Role });
        builder.HasExclusionConstraint(
            MembersFeature.RolesDoNotOverlap,
            "USING gist (coop_id WITH =, member_id WITH =, role WITH =, daterange(valid_from, valid_until, '[]') WITH &&)"
        );
        builder.HasRowPolicy("own_membership", DatabaseRoles.App, "SELECT", OwnMember.Condition);
    }
}

internal static class OwnMember
{
    public const string Condition =
        $"EXISTS (SELECT 1 FROM members m WHERE m.id = member_id AND m.account_id = {RowSecurity.CurrentAccount}) AND {RowSecurity.OutsideCoops}";
}
