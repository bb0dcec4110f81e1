using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Tasks;

internal sealed class BoardColumnConfiguration : IEntityTypeConfiguration<BoardColumn>
{
    public void Configure(EntityTypeBuilder<BoardColumn> builder)
    {
        builder.ToTable(
            "board_columns",
            t =>
                t.HasCheckConstraint(
                    "ck_board_columns_limit",
                    "wip_limit IS NULL OR (wip_limit > 0 AND board_column <> 'DONE')"
                )
        );
        builder.Property(c => c.Column).HasColumnName("board_column");
        builder.Property(c => c.Name).HasMaxLength(50);
        builder.HasIndex(c => new { c.CoopId, c.Column }).IsUnique();
    }
}

internal sealed class BoardSettingsConfiguration : IEntityTypeConfiguration<BoardSettings>
{
    public void Configure(EntityTypeBuilder<BoardSettings> builder)
    {
        builder.ToTable("board_settings");
        builder.HasIndex(s => s.CoopId).IsUnique();
    }
}

internal sealed class AssignmentExemptionConfiguration : IEntityTypeConfiguration<AssignmentExemption>
{
    public void Configure(EntityTypeBuilder<AssignmentExemption> builder)
    {
        builder.ToTable("assignment_exemptions");
        builder.Property(e => e.Until).HasColumnName("exempt_until");
        builder.Property(e => e.Reason).HasMaxLength(500);
        builder.HasOne<Member>().WithMany().HasForeignKey(e => new { e.CoopId, e.MemberId });
        builder.HasIndex(e => new { e.CoopId, e.MemberId }).IsUnique();
    }
}

internal sealed class MemberWorkloadConfiguration : IEntityTypeConfiguration<MemberWorkload>
{
    public void Configure(EntityTypeBuilder<MemberWorkload> builder)
    {
        builder.ToTable("member_workloads");
        builder.HasOne<Member>().WithMany().HasForeignKey(w => new { w.CoopId, w.MemberId });
        builder.HasIndex(w => new { w.CoopId, w.MemberId }).IsUnique();
    }
}
