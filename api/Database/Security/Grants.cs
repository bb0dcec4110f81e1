namespace Cooperator.Api.Database.Security;

/// <summary>What each role may do at all; row-level security narrows it further.</summary>
internal static class Grants
{
    public static string Sql(IEnumerable<(string Table, bool AppendOnly)> tables)
    {
        var grants = tables
            .OrderBy(t => t.Table, StringComparer.Ordinal)
            .Select(t =>
                t.AppendOnly
                    ? $"GRANT SELECT, INSERT ON {t.Table} TO {DatabaseRoles.App}"
                    : $"GRANT SELECT, INSERT, UPDATE, DELETE ON {t.Table} TO {DatabaseRoles.App}"
            );
        return $"""
            GRANT USAGE ON SCHEMA public TO {DatabaseRoles.App}, {DatabaseRoles.Relay};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {DatabaseRoles.App};
            GRANT SELECT ON event_log TO {DatabaseRoles.Relay};
            GRANT SELECT ON migrations_history TO {DatabaseRoles.App};
            {string.Join(";\n", grants)};
            """;
    }
}
