using Cooperator.Api.Database.Security;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Hours;

internal sealed class HoursLineConfiguration : IEntityTypeConfiguration<HoursLine>
{
    public void Configure(EntityTypeBuilder<HoursLine> builder)
    {
        builder.ToTable("hours_lines", t => t.HasCheckConstraint("ck_hours_lines_hours", "hours <> 0"));
        builder.Property(l => l.Hours).HasPrecision(7, 2);
        builder.Property(l => l.Reason).HasMaxLength(500);
        Keep(builder.HasOne<Member>().WithMany().HasForeignKey(l => new { l.CoopId, l.MemberId }));
        Keep(builder.HasOne<Member>().WithMany().HasForeignKey(l => new { l.CoopId, l.RecordedById }));
        Keep(builder.HasOne<HoursLine>().WithMany().HasForeignKey(l => new { l.CoopId, l.ReversedLineId }));

        // A balance is read from the index alone.
        builder
            .HasIndex(l => new
            {
                l.CoopId,
                l.MemberId,
                l.WorkedOn,
                l.Id,
            })
            .IncludeProperties(l => l.Hours);

        // Whatever comes twice, it counts once.
        builder
            .HasIndex(l => new
            {
                l.CoopId,
                l.TaskId,
                l.TaskCompletion,
                l.MemberId,
            })
            .IsUnique();
        builder.HasIndex(l => new { l.CoopId, l.ReversedLineId }).IsUnique();
        builder.IsAppendOnly();
    }

    // The ledger is the co-op's memory of who did what.
    private static void Keep<T>(ReferenceCollectionBuilder<T, HoursLine> reference)
        where T : class => reference.OnDelete(DeleteBehavior.Restrict);
}

internal sealed class HoursPeriodConfiguration : IEntityTypeConfiguration<HoursPeriod>
{
    public void Configure(EntityTypeBuilder<HoursPeriod> builder)
    {
        builder.ToTable(
            "hours_periods",
            t => t.HasCheckConstraint("ck_hours_periods_days", "valid_until >= valid_from")
        );
        builder.Property(p => p.Name).HasMaxLength(100);
        builder.Property(p => p.From).HasColumnName("valid_from");
        builder.Property(p => p.Until).HasColumnName("valid_until");
        builder.Property(p => p.QuotaHours).HasPrecision(7, 2);
        builder.Ignore(p => p.Days);
        builder.HasIndex(p => new { p.CoopId, p.From });
        builder.HasExclusionConstraint(
            HoursFeature.PeriodsDoNotOverlap,
            "USING gist (coop_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)"
        );
    }
}

internal sealed class WorkExemptionConfiguration : IEntityTypeConfiguration<WorkExemption>
{
    public void Configure(EntityTypeBuilder<WorkExemption> builder)
    {
        builder.ToTable(
            "work_exemptions",
            t =>
            {
                t.HasCheckConstraint("ck_work_exemptions_days", "valid_until >= valid_from");
                t.HasCheckConstraint("ck_work_exemptions_owed", "owed_percent BETWEEN 0 AND 99");
            }
        );
        builder.Property(e => e.From).HasColumnName("valid_from");
        builder.Property(e => e.Until).HasColumnName("valid_until");
        builder.Property(e => e.Reason).HasMaxLength(500);
        builder.Ignore(e => e.Days);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(e => new { e.CoopId, e.MemberId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new
        {
            e.CoopId,
            e.MemberId,
            e.From,
        });
        builder.HasExclusionConstraint(
            HoursFeature.ExemptionsDoNotOverlap,
            "USING gist (coop_id WITH =, member_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)"
        );
    }
}
