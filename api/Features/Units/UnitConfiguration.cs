using Cooperator.Api.Database.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Units;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units", t => t.HasCheckConstraint("ck_units_shares", "shares >= 0"));
        builder.Property(u => u.Number).HasMaxLength(30).UseCollation(Collations.Natural);
        builder.Property(u => u.SizeSquareMetres).HasPrecision(8, UnitDescription.SizeDecimals);
        builder.Property(u => u.Rooms).HasPrecision(5, UnitDescription.RoomDecimals);
        builder
            .HasOne<Building>()
            .WithMany()
            .HasForeignKey(u => new { u.CoopId, u.BuildingId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(u => new
            {
                u.CoopId,
                u.BuildingId,
                u.Number,
            })
            .IsUnique();
        builder.HasIndex(u => new
        {
            u.CoopId,
            u.Number,
            u.Id,
        });
    }
}

internal sealed class BuildingConfiguration : IEntityTypeConfiguration<Building>
{
    public void Configure(EntityTypeBuilder<Building> builder)
    {
        builder.ToTable("buildings");
        builder.Property(b => b.Name).HasMaxLength(100).UseCollation(Collations.Natural);
        builder.Property(b => b.Address).HasMaxLength(300);
        builder.HasIndex(b => new { b.CoopId, b.Name }).IsUnique();
    }
}
