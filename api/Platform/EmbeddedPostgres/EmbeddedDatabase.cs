using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>The embedded server as part of this process: up before all else, down after all else.</summary>
internal sealed class EmbeddedDatabase(DataSettings data, DatabaseSettings database, ILogger<PostgresServer> logger)
    : IStartupStep,
        IAsyncDisposable
{
    private PostgresServer? server;

    public bool PartOfMigrate => true;

    public DatabaseConnections Connections =>
        server?.Connections ?? throw new InvalidOperationException("The embedded PostgreSQL has not been started yet.");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var options = new PostgresServerOptions { DataFolder = data.FullPath, BinFolder = database.BinFolder };
        server = await PostgresServer.StartAsync(options, logger, cancellationToken);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
