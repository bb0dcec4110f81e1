using Npgsql;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>The three roles and the database they share; each start makes what is missing.</summary>
internal static class PostgresRoles
{
    public const string Owner = "cooperator_owner";
    public const string App = "cooperator_app";
    public const string Relay = "cooperator_relay";

    public static async Task EnsureAsync(
        string superuserConnection,
        string database,
        PostgresSecrets secrets,
        CancellationToken cancellationToken
    )
    {
        var single = new NpgsqlConnectionStringBuilder(superuserConnection) { Pooling = false };
        await using var connection = new NpgsqlConnection(single.ConnectionString);
        await connection.OpenAsync(cancellationToken);

        (string Name, string Password)[] roles = [(Owner, secrets.Owner), (App, secrets.App), (Relay, secrets.Relay)];
        foreach (var (name, password) in roles)
        {
            await EnsureRoleAsync(connection, name, password, cancellationToken);
        }
        await EnsureDatabaseAsync(connection, database, cancellationToken);
    }

    private static async Task EnsureRoleAsync(
        NpgsqlConnection connection,
        string role,
        string password,
        CancellationToken cancellationToken
    )
    {
        if (!await ExistsAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, cancellationToken))
        {
            // The password is hexadecimal of our own making: it needs no quoting, and a role takes no parameters.
            await ExecuteAsync(
                connection,
                $"CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '{password}'",
                cancellationToken
            );
        }
    }

    private static async Task EnsureDatabaseAsync(
        NpgsqlConnection connection,
        string database,
        CancellationToken cancellationToken
    )
    {
        const string Find = "SELECT 1 FROM pg_database WHERE datname = $1";
        if (!await ExistsAsync(connection, Find, database, cancellationToken))
        {
            await ExecuteAsync(connection, $"CREATE DATABASE \"{database}\" OWNER {Owner}", cancellationToken);
        }
        await ExecuteAsync(connection, $"REVOKE ALL ON DATABASE \"{database}\" FROM PUBLIC", cancellationToken);
        await ExecuteAsync(
            connection,
            $"GRANT CONNECT ON DATABASE \"{database}\" TO {App}, {Relay}",
            cancellationToken
        );
    }

    private static async Task<bool> ExistsAsync(
        NpgsqlConnection connection,
        string sql,
        string name,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
