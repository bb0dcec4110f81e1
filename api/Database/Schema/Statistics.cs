using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Database.Schema;

/// <summary>
/// Lets the program, which owns no table, tell the planner of what it has just written. PostgreSQL looks by itself about
/// once a minute; until then it plans for the empty tables it knew, and a page of a list takes seconds instead of
/// milliseconds.
/// </summary>
internal static class Statistics
{
    private const string Function = "refresh_statistics";

    public static readonly string Script = $"""
        CREATE OR REPLACE FUNCTION {Function}(name regclass) RETURNS void
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            EXECUTE format('ANALYZE %s', name);
        END $$;
        REVOKE ALL ON FUNCTION {Function} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION {Function} TO cooperator_app;
        """;

    /// <summary>Tells of one table, what the running transaction wrote included.</summary>
    public static Task RefreshAsync(DbContext db, string table, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync($"SELECT {Function}({{0}}::regclass)", [table], ct);

    /// <summary>Tells of every table: a few, or none, are rows enough to choose another plan by.</summary>
    public static Task RefreshAllAsync(DbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            $"""
            SELECT {Function}(oid) FROM pg_class
            WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
            """,
            ct
        );
}
