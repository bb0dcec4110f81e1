using Cooperator.Api.Database.Security;
using Npgsql;

namespace Cooperator.Api.Database.Schema;

/// <summary>
/// Which build of the program brought the database up to date last. A build that finds its own mark has nothing to
/// compare, so most starts need neither EF nor its model before they serve.
/// </summary>
internal static class BuildMark
{
    private const string Name = "build";

    private static readonly Guid ThisBuild = typeof(BuildMark).Module.ModuleVersionId;

    /// <summary>Whether this very build was here last, and row-level security is still on as it left it.</summary>
    public static async Task<bool> IsInPlaceAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var any = await connection.QueryAsync("SELECT to_regclass('schema_scripts') IS NOT NULL", Bool, ct);
        return any is [true] && await connection.QueryAsync(Check, Bool, ct) is [true];
    }

    public static Task LeaveAsync(NpgsqlConnection connection, CancellationToken ct) =>
        connection.ExecuteAsync(
            $"""
            INSERT INTO schema_scripts VALUES ('{Name}', '{ThisBuild}')
            ON CONFLICT (name) DO UPDATE SET digest = excluded.digest
            """,
            ct
        );

    private static string Check =>
        $"""
            SELECT EXISTS (SELECT FROM schema_scripts WHERE name = '{Name}' AND digest = '{ThisBuild}')
              AND NOT EXISTS (
                SELECT FROM schema_scripts
                WHERE starts_with(name, '{RowSecurity.ScriptPrefix}') AND name NOT IN ({RowSecurity.SecuredTables})
              )
            """;

    private static bool Bool(NpgsqlDataReader row) => row.GetBoolean(0);
}
