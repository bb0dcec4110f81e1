using Cooperator.Api.Database.Schema;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.EmbeddedPostgres;
using Cooperator.Api.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(DatabaseServer))]

namespace Cooperator.Api.Tests.Support;

/// <summary>One real PostgreSQL for the whole run, with a migrated database that every test class copies.</summary>
public sealed class DatabaseServer : IAsyncLifetime
{
    private const string Template = "template_house";

    private readonly string _folder = Directory.CreateTempSubdirectory("cooperator-tests-").FullName;
    private readonly SemaphoreSlim _oneCopyAtATime = new(1);
    private PostgresServer? _server;
    private int _copies;

    private PostgresServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    public async ValueTask InitializeAsync()
    {
        var options = new PostgresServerOptions { DataFolder = _folder, Database = Template };
        _server = await PostgresServer.StartAsync(options, NullLogger.Instance);
        // Tests need the rules of a database, not its patience with power cuts.
        await ExecuteAsync("ALTER SYSTEM SET fsync = off");
        await ExecuteAsync("SELECT pg_reload_conf()");
        await new DatabaseMigrator(Server.Connections, NullLogger<DatabaseMigrator>.Instance).RunAsync(default);
        NpgsqlConnection.ClearAllPools();
    }

    public async Task<DatabaseConnections> CopyAsync()
    {
        var name = $"house_{Interlocked.Increment(ref _copies)}";
        await _oneCopyAtATime.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} OWNER cooperator_owner TEMPLATE {Template}");
        }
        finally
        {
            _oneCopyAtATime.Release();
        }

        return Server.ConnectionsTo(name);
    }

    /// <summary>An empty database without any migration.</summary>
    public async Task<DatabaseConnections> EmptyAsync()
    {
        var name = $"empty_{Interlocked.Increment(ref _copies)}";
        await ExecuteAsync($"CREATE DATABASE {name} OWNER cooperator_owner");
        return Server.ConnectionsTo(name);
    }

    /// <summary>Runs one statement as the server's superuser.</summary>
    public async Task ExecuteAsync(string sql)
    {
        var single = new NpgsqlConnectionStringBuilder(Server.SuperuserConnection) { Pooling = false };
        await using var connection = new NpgsqlConnection(single.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _oneCopyAtATime.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
