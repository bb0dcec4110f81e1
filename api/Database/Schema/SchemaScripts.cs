using System.Security.Cryptography;
using System.Text;
using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Database.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Cooperator.Api.Database.Schema;

/// <summary>
/// What the model asks of the database beyond tables: row-level security, exclusion constraints, triggers, grants,
/// Quartz's tables. A script runs when its text is new, and row-level security whenever it is found missing.
/// </summary>
internal static class SchemaScripts
{
    public static async Task ApplyAsync(NpgsqlConnection connection, IModel model, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS schema_scripts (name text PRIMARY KEY, digest text NOT NULL)",
            ct
        );
        var applied = await connection.QueryAsync("SELECT name, digest FROM schema_scripts", Pair, ct);
        var digests = applied.ToDictionary();
        var secured = await connection.QueryAsync(RowSecurity.SecuredTables, row => row.GetString(0), ct);
        foreach (var (name, sql) in Scripts(model).Append(await QuartzTables.ScriptAsync(ct)))
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            var inPlace = digests.GetValueOrDefault(name) == digest;
            if (
                inPlace
                && (!name.StartsWith(RowSecurity.ScriptPrefix, StringComparison.Ordinal) || secured.Contains(name))
            )
            {
                continue;
            }

            await connection.ExecuteAsync(sql, ct);
            await connection.ExecuteAsync(
                $"""
                INSERT INTO schema_scripts VALUES ('{name}', '{digest}')
                ON CONFLICT (name) DO UPDATE SET digest = excluded.digest
                """,
                ct
            );
        }

        await transaction.CommitAsync(ct);
    }

    private static IEnumerable<KeyValuePair<string, string>> Scripts(IModel model)
    {
        var types = model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsOwned()).ToList();
        yield return KeyValuePair.Create("grants", Grants.Sql(types.Select(Granted)));
        yield return KeyValuePair.Create("statistics", Statistics.Script);
        foreach (var type in types)
        {
            if (Tenancy.IsTenantOwned(type))
            {
                yield return RowSecurity.Script(type);
            }

            foreach (var script in SchemaAnnotations.Scripts(type))
            {
                yield return script;
            }
        }
    }

    private static (string Table, bool AppendOnly) Granted(IEntityType type) =>
        (type.GetTableName()!, AppendOnly.IsSaidOf(type));

    private static KeyValuePair<string, string> Pair(NpgsqlDataReader row) =>
        KeyValuePair.Create(row.GetString(0), row.GetString(1));
}
