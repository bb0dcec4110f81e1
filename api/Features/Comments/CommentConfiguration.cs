using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Comments;

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable(
            "comments",
            t =>
            {
                t.HasCheckConstraint("ck_comments_one_subject", "num_nonnulls(task_id) = 1");
                t.HasCheckConstraint("ck_comments_removed", "(body IS NULL) = (removed_at IS NOT NULL)");
            }
        );
        builder.Property(c => c.Body).HasMaxLength(CommentText.Longest);
        builder.HasMany(c => c.Mentions).WithOne().HasForeignKey(m => new { m.CoopId, m.CommentId });
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(c => new { c.CoopId, c.AuthorId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<CoopTask>()
            .WithMany()
            .HasForeignKey(c => new { c.CoopId, c.TaskId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new
        {
            c.CoopId,
            c.TaskId,
            c.Id,
        });
    }
}

internal sealed class CommentMentionConfiguration : IEntityTypeConfiguration<CommentMention>
{
    public void Configure(EntityTypeBuilder<CommentMention> builder)
    {
        builder.ToTable("comment_mentions");
        builder.HasOne<Member>().WithMany().HasForeignKey(m => new { m.CoopId, m.MemberId });
        builder
            .HasIndex(m => new
            {
                m.CoopId,
                m.CommentId,
                m.MemberId,
            })
            .IsUnique();
        builder.HasIndex(m => new { m.CoopId, m.MemberId });
    }
}
