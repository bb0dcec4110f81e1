using System.Text.Json;
using Cooperator.Api.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Imports;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("imports");
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Content);
        builder
            .Property(i => i.Report)
            .HasColumnType("jsonb")
            .HasConversion(
                report => JsonSerializer.Serialize(report, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<ImportReport>(json, JsonSerializerOptions.Web)!
            );
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(i => new { i.CoopId, i.CreatedById })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.CreatedAt);
    }
}
