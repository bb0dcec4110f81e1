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

    /// <summary>
    /// Holds within a <see cref="FunctionAcross"/> only: there the tables' owner sees other co-ops' rows, and is bound like
    /// everybody otherwise.
    /// </summary>
    public const string LooksAcross = "current_setting('app.looks_across', true) = 'on'";

    /// <summary>
    /// A function for the program that looks across co-ops in the name of the tables' owner. What it returns should say
    /// little: ids of co-ops.
    /// </summary>
    public static string FunctionAcross(string signature, string query) =>
        $"""
            CREATE OR REPLACE FUNCTION {signature} RETURNS SETOF uuid
                LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            BEGIN
                PERFORM set_config('app.looks_across', 'on', true);
                RETURN QUERY {query};
                PERFORM set_config('app.looks_across', 'off', true);
            END $$;
            REVOKE ALL ON FUNCTION {signature} FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION {signature} TO {DatabaseRoles.App};
            """;

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
