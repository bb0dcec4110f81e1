using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Calendars;

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.HasOne<Member>().WithMany().HasForeignKey(f => new { f.CoopId, f.MemberId });
        builder.HasIndex(f => new { f.CoopId, f.MemberId }).IsUnique();
        builder.HasIndex(f => new { f.CoopId, f.SecretHash }).IsUnique();
    }
}
