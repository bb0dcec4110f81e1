using Cooperator.Api.Platform.EmbeddedPostgres;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cooperator.Api.Tests.Platform;

/// <summary>The program on a database server that a test may take away and bring back.</summary>
internal sealed class ProgramOnServer : WebApplicationFactory<Program>
{
    private readonly string folder;
    private readonly (string Name, string Value)[] settings;
    private PostgresServer server;

    private ProgramOnServer(string folder, PostgresServer server, (string, string)[] settings) =>
        (this.folder, this.server, this.settings) = (folder, server, settings);

    public static async Task<ProgramOnServer> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("cooperator-program-").FullName;
        return new(folder, await StartServerAsync(folder), settings);
    }

    public ValueTask TakeDatabaseAwayAsync() => server.DisposeAsync();

    public async Task BringDatabaseBackAsync() => server = await StartServerAsync(folder);

    /// <summary>Runs one statement as the server's superuser.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Folder", folder);
        builder.UseSetting("Database:ConnectionString", server.Connections.App);
        builder.UseSetting("Database:OwnerConnectionString", server.Connections.Owner);
        builder.UseSetting("Database:RelayConnectionString", server.Connections.Relay);
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    }

    private static Task<PostgresServer> StartServerAsync(string folder) =>
        PostgresServer.StartAsync(new() { DataFolder = folder }, NullLogger.Instance);
}
