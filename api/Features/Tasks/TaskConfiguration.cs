using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Tasks;

internal sealed class TaskConfiguration : IEntityTypeConfiguration<CoopTask>
{
    public void Configure(EntityTypeBuilder<CoopTask> builder)
    {
        builder.ToTable(
            "tasks",
            t =>
            {
                t.HasCheckConstraint("ck_tasks_done", "(board_column = 'DONE') = (completed_at IS NOT NULL)");
                t.HasCheckConstraint("ck_tasks_estimate", "estimate_hours > 0 AND estimate_hours <= 1000");
            }
        );
        builder.Property(t => t.Title).HasMaxLength(TaskDescription.LongestTitle).UseCollation(Collations.Natural);
        builder.Property(t => t.Description).HasMaxLength(TaskDescription.LongestDescription);
        // "column" is a word of SQL.
        builder.Property(t => t.Column).HasColumnName("board_column");
        builder.Property(t => t.Rank).HasMaxLength(80).UseCollation(Collations.Bytes);
        builder.Property(t => t.EstimateHours).HasPrecision(6, 2);
        builder.HasMany(t => t.Assignments).WithOne().HasForeignKey(a => new { a.CoopId, a.TaskId });
        builder.HasMany(t => t.Labelings).WithOne().HasForeignKey(l => new { l.CoopId, l.TaskId });
        builder.HasMany(t => t.Checklist).WithOne().HasForeignKey(i => new { i.CoopId, i.TaskId });
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(t => new { t.CoopId, t.CreatedById })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(t => new { t.CoopId, t.CompletedById })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(t => new
            {
                t.CoopId,
                t.Column,
                t.Rank,
            })
            .IsUnique();
        builder.HasIndex(t => new
        {
            t.CoopId,
            t.DueOn,
            t.Id,
        });
        builder.HasIndex(t => new
        {
            t.CoopId,
            t.CreatedAt,
            t.Id,
        });
        builder.HasIndex(t => new
        {
            t.CoopId,
            t.CompletedAt,
            t.Id,
        });
        builder.HasIndex(t => new
        {
            t.CoopId,
            t.Title,
            t.Id,
        });
    }
}

internal sealed class TaskAssignmentConfiguration : IEntityTypeConfiguration<TaskAssignment>
{
    public void Configure(EntityTypeBuilder<TaskAssignment> builder)
    {
        builder.ToTable("task_assignments");
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(a => new { a.CoopId, a.MemberId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(a => new
            {
                a.CoopId,
                a.TaskId,
                a.MemberId,
            })
            .IsUnique();
        builder.HasIndex(a => new
        {
            a.CoopId,
            a.MemberId,
            a.TaskId,
        });
    }
}

internal sealed class ChecklistItemConfiguration : IEntityTypeConfiguration<ChecklistItem>
{
    public void Configure(EntityTypeBuilder<ChecklistItem> builder)
    {
        builder.ToTable("checklist_items");
        builder.Property(i => i.Text).HasMaxLength(300);
        builder.HasIndex(i => new
        {
            i.CoopId,
            i.TaskId,
            i.Position,
        });
    }
}

internal sealed class TaskLabelConfiguration : IEntityTypeConfiguration<TaskLabel>
{
    public void Configure(EntityTypeBuilder<TaskLabel> builder)
    {
        builder.ToTable("task_labels");
        builder.Property(l => l.Name).HasMaxLength(50).UseCollation(Collations.Natural);
        builder.HasIndex(l => new { l.CoopId, l.Name }).IsUnique();
    }
}

internal sealed class TaskLabelingConfiguration : IEntityTypeConfiguration<TaskLabeling>
{
    public void Configure(EntityTypeBuilder<TaskLabeling> builder)
    {
        builder.ToTable("task_labelings");
        builder.HasOne<TaskLabel>().WithMany().HasForeignKey(l => new { l.CoopId, l.LabelId });
        builder
            .HasIndex(l => new
            {
                l.CoopId,
                l.TaskId,
                l.LabelId,
            })
            .IsUnique();
        builder.HasIndex(l => new
        {
            l.CoopId,
            l.LabelId,
            l.TaskId,
        });
    }
}
