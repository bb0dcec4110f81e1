using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cooperator.Api.Database.Conventions;

/// <summary>What every tenant-owned entity has in common.</summary>
internal static class Tenancy
{
    public const string FilterName = "Tenant";

    /// <summary>Before all mappings: the key (coop_id, id), so that no row can point into another co-op.</summary>
    public static void KeyByTenant(this ModelBuilder modelBuilder)
    {
        var types = typeof(CooperatorDbContext).Assembly.GetTypes().Where(t => !t.IsAbstract);
        foreach (var type in types.Where(t => t.IsSubclassOf(typeof(Entity))))
        {
            var entity = modelBuilder.Entity(type);
            // Read by its getter, which makes it; written past it.
            entity
                .Property(nameof(Entity.Id))
                .ValueGeneratedNever()
                .UsePropertyAccessMode(PropertyAccessMode.PreferFieldDuringConstruction);
            if (type.IsSubclassOf(typeof(TenantEntity)))
            {
                entity.Property(nameof(TenantEntity.CoopId)).ValueGeneratedNever();
                entity.HasKey(nameof(TenantEntity.CoopId), nameof(Entity.Id));
            }
        }
    }

    /// <summary>After all mappings: the query filter, the reference to the co-op, and a check that keys lead with it.</summary>
    public static void ApplyTenancy(this ModelBuilder modelBuilder, CooperatorDbContext db)
    {
        var tenant = modelBuilder.Model.GetEntityTypes().Single(t => typeof(ITenant).IsAssignableFrom(t.ClrType));
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(IsTenantOwned).ToList())
        {
            var entity = modelBuilder.Entity(type.ClrType);
            entity.HasQueryFilter(FilterName, SameCoop(type.ClrType, db));
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
