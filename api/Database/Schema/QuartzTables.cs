using Cooperator.Api.Database.Security;

namespace Cooperator.Api.Database.Schema;

/// <summary>Quartz's own tables, from the script it carries, in a schema of their own.</summary>
internal static class QuartzTables
{
    public const string TablePrefix = "quartz.qrtz_";

    private const string Resource = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";

    public static async Task<KeyValuePair<string, string>> ScriptAsync(CancellationToken ct)
    {
        using var resource = typeof(Quartz.IScheduler).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(resource);
        var tables = (await reader.ReadToEndAsync(ct))
            .Replace("{0}", TablePrefix, StringComparison.Ordinal)
            .Replace("{1}", "qrtz_", StringComparison.Ordinal)
            .Replace("--;;", ";", StringComparison.Ordinal);
        return KeyValuePair.Create(
            "quartz",
            $"""
            CREATE SCHEMA IF NOT EXISTS quartz;
            {tables};
            GRANT USAGE ON SCHEMA quartz TO {DatabaseRoles.App};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA quartz TO {DatabaseRoles.App};
            """
        );
    }
}
