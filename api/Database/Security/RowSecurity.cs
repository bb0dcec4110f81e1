using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cooperator.Api.Database.Security;

/// <summary>Row-level security of one tenant-owned table, forced on its owner too.</summary>
internal static class RowSecurity
{
    public const string ScriptPrefix = "row_security:";

    /// <summary>The account of the person the transaction works for, for further policies.</summary>
    public const string CurrentAccount = "nullif(current_setting('app.account_id', true), '')::uuid";

    /// <summary>No co-op has been entered: inside of one, nothing of another is ever seen, one's own rows neither.</summary>
    public const string OutsideCoops = "coalesce(current_setting('app.coop_id', true), '') = ''";

    /// <summary>Finds the scripts whose tables are secured now, whatever was done by hand since they ran.</summary>
    public const string SecuredTables = $"""
        SELECT '{ScriptPrefix}' || c.relname FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity
          AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant')
        """;

    private const string SameCoop = "coop_id = nullif(current_setting('app.coop_id', true), '')::uuid";

    public static KeyValuePair<string, string> Script(IReadOnlyEntityType type)
    {
        var table = type.GetTableName()!;
        var statements = new List<string>
        {
            $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
            $"DROP POLICY IF EXISTS tenant ON {table}",
            $"CREATE POLICY tenant ON {table} USING ({SameCoop}) WITH CHECK ({SameCoop})",
        };
        foreach (var policy in SchemaAnnotations.RowPolicies(type))
        {
            statements.Add($"DROP POLICY IF EXISTS {policy.Name} ON {table}");
            statements.Add(
                $"CREATE POLICY {policy.Name} ON {table} FOR {policy.Command} TO {policy.Role} USING ({policy.Condition})"
            );
        }

        return KeyValuePair.Create(ScriptPrefix + table, string.Join(";\n", statements));
    }
}
