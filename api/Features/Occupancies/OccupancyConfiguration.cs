using Cooperator.Api.Database.Security;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Features.Occupancies;

internal sealed class OccupancyConfiguration : IEntityTypeConfiguration<Occupancy>
{
    public void Configure(EntityTypeBuilder<Occupancy> builder)
    {
        builder.ToTable(
            "occupancies",
            t =>
            {
                t.HasCheckConstraint("ck_occupancies_days", "valid_until >= valid_from");
                t.HasCheckConstraint("ck_occupancies_occupant", "num_nonnulls(household_id, member_id) = 1");
                t.HasCheckConstraint("ck_occupancies_known", "superseded_at >= recorded_at");
            }
        );
        builder.Property(o => o.From).HasColumnName("valid_from");
        builder.Property(o => o.Until).HasColumnName("valid_until");
        builder.Property(o => o.Primary).HasColumnName("is_primary");
        builder.Ignore(o => o.Days).Ignore(o => o.Terms);
        Keep(builder.HasOne<Unit>().WithMany().HasForeignKey(o => new { o.CoopId, o.UnitId }));
        Keep(builder.HasOne<Household>().WithMany().HasForeignKey(o => new { o.CoopId, o.HouseholdId }));
        Keep(builder.HasOne<Member>().WithMany().HasForeignKey(o => new { o.CoopId, o.MemberId }));
        Keep(builder.HasOne<Member>().WithMany().HasForeignKey(o => new { o.CoopId, o.RecordedById }));
        builder.HasIndex(o => new
        {
            o.CoopId,
            o.UnitId,
            o.From,
        });
        builder.HasIndex(o => new
        {
            o.CoopId,
            o.HouseholdId,
            o.From,
        });
        builder.HasIndex(o => new
        {
            o.CoopId,
            o.MemberId,
            o.From,
        });
        builder.HasIndex(o => new { o.CoopId, o.RecordedById });
        builder
            .HasIndex(o => new
            {
                o.CoopId,
                o.From,
                o.Id,
            })
            .IsDescending(false, true, true);
        builder.HasExclusionConstraint(
            OccupanciesFeature.PrimariesDoNotOverlap,
            """
            USING gist (coop_id WITH =, unit_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)
            WHERE (is_primary AND superseded_at IS NULL)
            """
        );
    }

    // Nothing an occupancy speaks of can be removed: it is the co-op's memory.
    private static void Keep<T>(ReferenceCollectionBuilder<T, Occupancy> reference)
        where T : class => reference.OnDelete(DeleteBehavior.Restrict);
}
