using Cooperator.Api.Database;
using Cooperator.Api.Features.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Webhooks;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("webhooks");
        builder.Property(w => w.Url).HasMaxLength(WebhookUrl.Longest);
        builder.Property(w => w.DisabledReason).HasMaxLength(300);
        builder
            .HasMany<Delivery>()
            .WithOne()
            .HasForeignKey(d => new { d.CoopId, d.WebhookId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}

public static class WebhookSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Webhook> Webhooks => db.Set<Webhook>();
    }
}
