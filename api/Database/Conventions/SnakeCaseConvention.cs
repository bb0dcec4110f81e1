using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Cooperator.Api.Database.Conventions;

/// <summary>
/// PostgreSQL's own spelling for everything that has not been named by hand:
/// <c>valid_from</c>, <c>pk_members</c>, <c>fk_households_coops</c>, <c>ix_units_coop_id_number</c>.
/// </summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    private const int LongestName = 63;

    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var type in modelBuilder.Metadata.GetEntityTypes())
        {
            NameTableAndColumns(type);
        }

        foreach (var type in modelBuilder.Metadata.GetEntityTypes())
        {
            NameConstraints(type);
        }
    }

    private static void NameTableAndColumns(IConventionEntityType type)
    {
        if (type.GetTableName() is { } table && !type.IsOwned())
        {
            type.Builder.ToTable(SnakeCase.Of(table), type.GetSchema());
        }

        // What lies in a JSON document has names of its own in there.
        if (type.IsMappedToJson())
        {
            return;
        }

        foreach (var property in type.GetDeclaredProperties())
        {
            property.Builder.HasColumnName(SnakeCase.Of(property.GetColumnName()));
        }

        foreach (var complex in type.GetDeclaredComplexProperties())
        {
            NameColumns(complex);
        }
    }

    private static void NameColumns(IConventionComplexProperty complex)
    {
        foreach (var property in complex.ComplexType.GetDeclaredProperties())
        {
            property.Builder.HasColumnName(SnakeCase.Of(property.GetColumnName()));
        }

        foreach (var inner in complex.ComplexType.GetDeclaredComplexProperties())
        {
            NameColumns(inner);
        }
    }

    private static void NameConstraints(IConventionEntityType type)
    {
        if (type.GetTableName() is not { } table)
        {
            return;
        }

        foreach (var key in type.GetDeclaredKeys())
        {
            key.Builder.HasName(key.IsPrimaryKey() ? Fit($"pk_{table}") : Fit($"ak_{table}_{Columns(key.Properties)}"));
        }

        foreach (var foreignKey in type.GetDeclaredForeignKeys().Where(f => !f.IsOwnership))
        {
            foreignKey.Builder.HasConstraintName(Fit($"fk_{table}_{Columns(foreignKey.Properties)}"));
        }

        foreach (var index in type.GetDeclaredIndexes())
        {
            index.Builder.HasDatabaseName(Fit($"ix_{table}_{Columns(index.Properties)}"));
        }
    }

    private static string Columns(IEnumerable<IConventionProperty> properties) =>
        string.Join('_', properties.Select(p => p.GetColumnName()));

    private static string Fit(string name) => name.Length <= LongestName ? name : name[..LongestName];
}
