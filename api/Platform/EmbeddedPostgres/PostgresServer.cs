using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>
/// A real PostgreSQL server that belongs to this process: made on first start, started, watched and stopped with it.
/// It survives the death of either side: a server left by a killed process is stopped first, and a server that died
/// is started again while this process serves on.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly PostgresServerOptions options;
    private readonly ILogger logger;
    private readonly DataFolderLock folderLock;
    private readonly PostgresControl control;
    private readonly PostgresSecrets secrets;
    private readonly CancellationTokenSource stopping = new();
    private Task watching = Task.CompletedTask;
    private ServerWatchdog? watchdog;

    private PostgresServer(
        PostgresServerOptions options,
        ILogger logger,
        DataFolderLock folderLock,
        PostgresControl control,
        PostgresSecrets secrets
    ) =>
        (this.options, this.logger, this.folderLock, this.control, this.secrets) = (
            options,
            logger,
            folderLock,
            control,
            secrets
        );

    /// <summary>The loopback port it listens on, the same until this process ends.</summary>
    public int Port => control.Port;

    /// <summary>The server's process now; 0 when it is away.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The ways into the co-operative's database.</summary>
    public DatabaseConnections Connections => ConnectionsTo(options.Database);

    /// <summary>The way in of the server's superuser, for tools and tests; the platform itself does not use it.</summary>
    public string SuperuserConnection => ConnectionStrings.For(Port, "postgres", "postgres", secrets.Superuser);

    /// <summary>The ways into another database of this server, for instance a test's own copy.</summary>
    public DatabaseConnections ConnectionsTo(string database) =>
        new(
            ConnectionStrings.For(Port, database, PostgresRoles.Owner, secrets.Owner),
            ConnectionStrings.For(Port, database, PostgresRoles.App, secrets.App),
            ConnectionStrings.For(Port, database, PostgresRoles.Relay, secrets.Relay)
        );

    /// <summary>Starts the server, making it first where there is none.</summary>
    /// <exception cref="StartupRefusedException">It can not start; the message says why.</exception>
    public static async Task<PostgresServer> StartAsync(
        PostgresServerOptions options,
        ILogger logger,
        CancellationToken cancellationToken = default
    )
    {
        var dataFolder = Path.GetFullPath(options.DataFolder);
        var folderLock = DataFolderLock.Take(dataFolder);
        try
        {
            var cluster = new PostgresCluster(Path.Combine(dataFolder, "postgres"));
            Directory.CreateDirectory(cluster.Folder);
            cluster.RefuseWhenOfAnother();
            var binaries = PostgresBinaries.Find(options.BinFolder);
            var account = await ServerAccount.ChooseAsync(binaries, cluster.Folder, cancellationToken);
            var secrets = PostgresSecrets.LoadOrCreate(
                Path.Combine(dataFolder, "postgres.secrets.json"),
                cluster.Exists
            );
            if (!cluster.Exists)
            {
                await cluster.CreateAsync(binaries, account, secrets.Superuser, cancellationToken);
            }

            var control = new PostgresControl(cluster, binaries, account, Path.Combine(dataFolder, "postgres.port"));
            var server = new PostgresServer(options, logger, folderLock, control, secrets);
            await server.BeginAsync(cancellationToken);
            return server;
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Stops it after its transactions; what was committed is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }
        await stopping.CancelAsync();
        await watching;
        await control.StopAsync(CancellationToken.None);
        watchdog?.Dispose();
        ProcessId = 0;
        folderLock.Dispose();
        stopping.Dispose();
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await control.StopLeftoverAsync(cancellationToken);
        watchdog = ServerWatchdog.Begin(control.StopCommand);
        try
        {
            ProcessId = await control.StartOnFreePortAsync(cancellationToken);
            await PostgresRoles.EnsureAsync(SuperuserConnection, options.Database, secrets, cancellationToken);
        }
        catch
        {
            await control.StopAsync(CancellationToken.None);
            watchdog.Dispose();
            throw;
        }
        watching = WatchAsync(stopping.Token);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var tick = new PeriodicTimer(options.WatchInterval);
        try
        {
            while (await tick.WaitForNextTickAsync(cancellationToken))
            {
                await LookAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This process is ending; the server is stopped by whoever asked for that.
        }
    }

    // Whatever goes wrong, the next tick tries again; until then health names the database.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (control.Find() is null)
            {
                await ReviveAsync(cancellationToken);
            }
        }
        catch (StartupRefusedException e)
        {
            logger.LogError("{Reason}", e.Message);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The embedded PostgreSQL can not be looked after for the moment.");
        }
    }

    private async Task ReviveAsync(CancellationToken cancellationToken)
    {
        logger.LogWarning("The embedded PostgreSQL has ended by itself; starting it again.");
        await control.StopLeftoverAsync(cancellationToken);
        ProcessId = await control.StartAsync(cancellationToken);
        logger.LogInformation("The embedded PostgreSQL is back on port {Port}.", Port);
    }
}
