using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Cooperator.Api.Database.Conventions;

/// <summary>Gives each tenant-owned entity the key (coop_id, id), so that no row can point into another co-op.</summary>
internal sealed class TenantConvention : IEntityTypeAddedConvention
{
    public const string FilterName = "Tenant";

    public void ProcessEntityTypeAdded(
        IConventionEntityTypeBuilder entityTypeBuilder,
        IConventionContext<IConventionEntityTypeBuilder> context
    )
    {
        var clrType = entityTypeBuilder.Metadata.ClrType;
        if (!typeof(Entity).IsAssignableFrom(clrType))
        {
            return;
        }

        entityTypeBuilder.Property(typeof(Guid), nameof(Entity.Id))?.ValueGenerated(ValueGenerated.Never);
        if (typeof(TenantEntity).IsAssignableFrom(clrType))
        {
            entityTypeBuilder.Property(typeof(Guid), nameof(TenantEntity.CoopId))?.ValueGenerated(ValueGenerated.Never);
            entityTypeBuilder.PrimaryKey([nameof(TenantEntity.CoopId), nameof(Entity.Id)]);
        }
    }
}

internal static class Tenancy
{
    /// <summary>After all mappings: the query filter, the reference to the co-op, and a check that keys lead with it.</summary>
    public static void ApplyTenancy(this ModelBuilder modelBuilder, CooperatorDbContext db)
    {
        var tenant = modelBuilder.Model.GetEntityTypes().Single(t => typeof(ITenant).IsAssignableFrom(t.ClrType));
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(IsTenantOwned).ToList())
        {
            var entity = modelBuilder.Entity(type.ClrType);
            entity.HasQueryFilter(TenantConvention.FilterName, SameCoop(type.ClrType, db));
            entity
                .HasOne(tenant.ClrType)
                .WithMany()
                .HasForeignKey(nameof(ITenantOwned.CoopId))
                .OnDelete(DeleteBehavior.Restrict);
            CheckKeys(type);
        }
    }

    public static bool IsTenantOwned(IReadOnlyTypeBase type) => typeof(ITenantOwned).IsAssignableFrom(type.ClrType);

    private static LambdaExpression SameCoop(Type type, CooperatorDbContext db)
    {
        var row = Expression.Parameter(type, "row");
        var current = Expression.Property(Expression.Constant(db), nameof(CooperatorDbContext.CoopId));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ITenantOwned.CoopId)), current), row);
    }

    private static void CheckKeys(IMutableEntityType type)
    {
        var foreignKeys = type.GetForeignKeys()
            .Where(f => IsTenantOwned(f.PrincipalEntityType))
            .Select(f => f.Properties);
        var keys = type.GetKeys().Select(k => k.Properties);
        foreach (var properties in foreignKeys.Concat(keys))
        {
            if (properties[0].Name != nameof(ITenantOwned.CoopId))
            {
                throw new InvalidOperationException($"A key of {type.ClrType.Name} does not lead with the co-op.");
            }
        }
    }
}
