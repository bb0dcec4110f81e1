using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Duties;

internal sealed class RecurringDutyConfiguration : IEntityTypeConfiguration<RecurringDuty>
{
    public void Configure(EntityTypeBuilder<RecurringDuty> builder)
    {
        builder.ToTable("duties");
        builder.Property(d => d.Title).HasMaxLength(200);
        builder.Property(d => d.Rule).HasMaxLength(300);
        builder.Property(d => d.EstimateHours).HasPrecision(6, 2);
        builder.Ignore(d => d.MemberIds);
        builder
            .HasMany(d => d.Places)
            .WithOne()
            .HasForeignKey(p => new { p.CoopId, p.DutyId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(d => new { d.CoopId, d.CreatedById })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.CoopId, d.Title });
    }
}

internal sealed class RotationPlaceConfiguration : IEntityTypeConfiguration<RotationPlace>
{
    public void Configure(EntityTypeBuilder<RotationPlace> builder)
    {
        builder.ToTable("rotation_places");
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(p => new { p.CoopId, p.MemberId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(p => new
            {
                p.CoopId,
                p.DutyId,
                p.MemberId,
            })
            .IsUnique();
        builder.HasIndex(p => new { p.CoopId, p.MemberId });
    }
}

internal sealed class DutyOccurrenceConfiguration : IEntityTypeConfiguration<DutyOccurrence>
{
    public void Configure(EntityTypeBuilder<DutyOccurrence> builder)
    {
        builder.ToTable("duty_occurrences");
        builder
            .HasOne<RecurringDuty>()
            .WithMany()
            .HasForeignKey(o => new { o.CoopId, o.DutyId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(o => new { o.CoopId, o.PlannedMemberId })
            .OnDelete(DeleteBehavior.Restrict);

        // A task that was removed takes its day with it; the day is not handed out again.
        builder
            .HasOne<CoopTask>()
            .WithMany()
            .HasForeignKey(o => new { o.CoopId, o.TaskId })
            .OnDelete(DeleteBehavior.Cascade);

        // Whoever plans, and however often: a day is handed out once.
        builder
            .HasIndex(o => new
            {
                o.CoopId,
                o.DutyId,
                o.DueOn,
            })
            .IsUnique();
        builder.HasIndex(o => new { o.CoopId, o.TaskId }).IsUnique();
        builder.HasIndex(o => new { o.CoopId, o.PlannedMemberId });
        builder.HasIndex(o => new
        {
            o.CoopId,
            o.DueOn,
            o.Id,
        });
    }
}

internal sealed class DutySwapConfiguration : IEntityTypeConfiguration<DutySwap>
{
    public void Configure(EntityTypeBuilder<DutySwap> builder)
    {
        builder.ToTable("duty_swaps");
        builder.Property(s => s.Note).HasMaxLength(500);
        builder
            .HasOne<DutyOccurrence>()
            .WithMany()
            .HasForeignKey(s => new { s.CoopId, s.OccurrenceId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<DutyOccurrence>()
            .WithMany()
            .HasForeignKey(s => new { s.CoopId, s.InReturnId })
            .OnDelete(DeleteBehavior.Cascade);
        foreach (
            var person in new[]
            {
                nameof(DutySwap.OfferedById),
                nameof(DutySwap.ToMemberId),
                nameof(DutySwap.AnsweredById),
            }
        )
        {
            builder
                .HasOne<Member>()
                .WithMany()
                .HasForeignKey(nameof(DutySwap.CoopId), person)
                .OnDelete(DeleteBehavior.Restrict);
        }

        builder.HasIndex(s => new { s.CoopId, s.OccurrenceId }).IsUnique().HasFilter("state = 'OFFERED'");
        builder.HasIndex(s => new
        {
            s.CoopId,
            s.State,
            s.DueOn,
            s.Id,
        });
        builder.HasIndex(s => new { s.CoopId, s.InReturnId });
    }
}
