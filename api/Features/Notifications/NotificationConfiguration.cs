using System.Text.Json;
using Cooperator.Api.Database.Security;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Notifications;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(n => n.Cause).HasMaxLength(120);
        builder.Property(n => n.Path).HasMaxLength(200);
        builder
            .Property(n => n.Words)
            .HasColumnType("jsonb")
            .HasConversion(
                words => JsonSerializer.Serialize(words, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Web)!,
                // They are never changed.
                ValueComparer.CreateDefault<IReadOnlyDictionary<string, string>>(false)
            );
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(n => new { n.CoopId, n.MemberId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(n => new
            {
                n.CoopId,
                n.Cause,
                n.Kind,
                n.MemberId,
            })
            .IsUnique();
        builder
            .HasIndex(n => new
            {
                n.CoopId,
                n.MemberId,
                n.CreatedAt,
                n.Id,
            })
            .HasFilter("in_inbox");
        builder
            .HasIndex(n => new { n.CoopId, n.MemberId })
            .HasFilter("in_inbox AND read_at IS NULL")
            .HasDatabaseName("ix_notifications_unread");
        builder.HasSchemaScript("notifications_tell_of_new_ones", NotificationSignal.OfNewOnes);
    }
}

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.Property(d => d.Kind).HasMaxLength(60);
        builder.Property(d => d.LastError).HasMaxLength(500);
        builder
            .HasOne<Notification>()
            .WithMany()
            .HasForeignKey(d => new { d.CoopId, d.NotificationId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(d => new { d.CoopId, d.MemberId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(d => new
            {
                d.CoopId,
                d.Channel,
                d.NextTryAt,
            })
            .HasFilter("state IN ('PENDING', 'FAILED')")
            .HasDatabaseName("ix_deliveries_due");
        builder
            .HasIndex(
                [nameof(Delivery.CoopId), nameof(Delivery.CreatedAt), nameof(Delivery.Id)],
                "ix_deliveries_to_print"
            )
            .HasFilter("channel = 'EMAIL' AND state IN ('DEAD', 'UNREACHABLE')")
            .HasDatabaseName("ix_deliveries_to_print");
        builder.HasRowPolicy("due", DatabaseRoles.Owner, "SELECT", RowSecurity.LooksAcross);
        builder.HasSchemaScript("coops_to_send", WaitingCoops.DueDeliveries);
        builder
            .HasIndex(d => new
            {
                d.CoopId,
                d.WebhookId,
                d.EventId,
            })
            .IsUnique();
        builder.HasIndex(d => new
        {
            d.CoopId,
            d.CreatedAt,
            d.Id,
        });
    }
}

internal sealed class NotificationCursorConfiguration : IEntityTypeConfiguration<NotificationCursor>
{
    public void Configure(EntityTypeBuilder<NotificationCursor> builder)
    {
        builder.ToTable("notification_cursors");
        builder.HasIndex(c => c.CoopId).IsUnique();
        builder.Property(c => c.Xid).HasColumnType("xid8");
        builder.HasRowPolicy("unread", DatabaseRoles.Owner, "SELECT", RowSecurity.LooksAcross);
        builder.HasSchemaScript("coops_to_plan", WaitingCoops.UnreadEvents);
    }
}

internal sealed class NotificationPreferenceConfiguration : IEntityTypeConfiguration<NotificationPreference>
{
    public void Configure(EntityTypeBuilder<NotificationPreference> builder)
    {
        builder.ToTable("notification_preferences");
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(p => new { p.CoopId, p.MemberId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(p => new
            {
                p.CoopId,
                p.MemberId,
                p.Kind,
                p.Channel,
            })
            .IsUnique();
    }
}

internal sealed class MailHoursConfiguration : IEntityTypeConfiguration<MailHours>
{
    public void Configure(EntityTypeBuilder<MailHours> builder)
    {
        builder.ToTable("mail_hours");
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(h => new { h.CoopId, h.MemberId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(h => new { h.CoopId, h.MemberId }).IsUnique();
    }
}
