using System.Globalization;
using Cooperator.Api.Database.Events;
using Cooperator.Api.Database.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Cooperator.Api.Database;

/// <summary>
/// Saves thousands of new rows with one statement for each table instead of one for each row. PostgreSQL's COPY would be
/// the usual way, but it is not possible on tables with row-level security.
/// </summary>
internal static class BulkSave
{
    /// <summary>So many that the planner should know of them before the next query.</summary>
    private const int ManyRows = 500;

    /// <summary>Like saving, events included. Must run in a transaction; forgets the new rows when they are written.</summary>
    public static async Task SaveInBulkAsync(this CooperatorDbContext db, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        EventLogWriter.AddRaisedEvents(db);
        var added = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToList();
        var tables = added.GroupBy(e => e.Metadata, e => e.Entity).OrderBy(table => Depth(table.Key)).ToList();
        added.ForEach(e => e.State = EntityState.Detached);

        // What ends comes before what takes its place.
        await db.SaveChangesAsync(ct);
        foreach (var table in tables)
        {
            await InsertAsync(db, table.Key, [.. table], ct);
        }

        foreach (var table in tables.Where(t => t.Count() >= ManyRows))
        {
            await Statistics.RefreshAsync(db, table.Key.GetTableName()!, ct);
        }
    }

    // Rows that others point at come first.
    private static int Depth(IEntityType type) =>
        type.GetForeignKeys()
            .Where(key => key.PrincipalEntityType != type)
            .Select(key => 1 + Depth(key.PrincipalEntityType))
            .DefaultIfEmpty(0)
            .Max();

    private static async Task InsertAsync(
        CooperatorDbContext db,
        IEntityType type,
        List<object> rows,
        CancellationToken ct
    )
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var properties = type.GetProperties().Where(IsWritten).ToList();
        var columns = properties.Select(p => $"\"{p.GetColumnName(table)}\"");
        var parameters = properties.Select((p, i) => Column(p, i, rows)).ToList();
        var sql = Insert(table.Name, columns, parameters.Select(p => "@" + p.ParameterName));
        await db.Database.ExecuteSqlRawAsync(sql, parameters, ct);
    }

    private static string Insert(string table, IEnumerable<string> columns, IEnumerable<string> arrays) =>
        $"INSERT INTO \"{table}\" ({string.Join(", ", columns)}) SELECT * FROM unnest({string.Join(", ", arrays)})";

    // Row versions, numbers and defaults are the database's to give.
    private static bool IsWritten(IProperty property) =>
        property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
        && property.GetDefaultValueSql() is null
        && property.GetValueGenerationStrategy() == NpgsqlValueGenerationStrategy.None;

    private static NpgsqlParameter Column(IProperty property, int number, List<object> rows)
    {
        var mapping = property.GetRelationalTypeMapping();
        var (getter, converter) = (property.GetGetter(), mapping.Converter);
        var kept = converter?.ProviderClrType ?? property.ClrType;
        var values = Array.CreateInstance(Nullability(kept), rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var value = getter.GetClrValue(rows[i]);
            values.SetValue(converter is null ? value : converter.ConvertToProvider(value), i);
        }

        return new NpgsqlParameter(string.Create(CultureInfo.InvariantCulture, $"column{number}"), values)
        {
            DataTypeName = mapping.StoreTypeNameBase + "[]",
        };
    }

    private static Type Nullability(Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}
