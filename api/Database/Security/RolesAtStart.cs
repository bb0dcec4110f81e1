using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Startup;
using Npgsql;

namespace Cooperator.Api.Database.Security;

/// <summary>
/// Signs in once as each role that serves: a wrong connection string is told at the start and not by silence later, and a
/// role for which row-level security does not hold is refused, for then nothing keeps co-ops apart but our own queries.
/// </summary>
public sealed class RolesAtStart(DatabaseConnections connections) : IStartupStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await AskAsync(connections.Relay, "SELECT EXISTS (SELECT FROM event_log)", cancellationToken);
        if (await AskAsync(connections.App, UnboundName, cancellationToken) is string unbound)
        {
            throw new StartupRefusedException(
                $"The setting Database:ConnectionString is wrong: for {unbound} row-level security does not hold, and one "
                    + $"co-op could see another's rows; use a role such as {DatabaseRoles.App}, as docs/operations.md says."
            );
        }
    }

    private const string UnboundName =
        "SELECT rolname::text FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)";

    private static async Task<object?> AskAsync(string connectionString, string question, CancellationToken ct)
    {
        var single = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(single.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(ct);
    }
}
