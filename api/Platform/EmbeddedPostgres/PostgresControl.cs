using System.Globalization;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>Starts and stops the server of one cluster through pg_ctl, which puts it in a session of its own.</summary>
internal sealed class PostgresControl(
    PostgresCluster cluster,
    PostgresBinaries binaries,
    ServerAccount account,
    string portFile
)
{
    private const int Patience = 60;

    public int Port { get; private set; }

    /// <summary>
    /// Settles the port and starts. Somebody else may take the port between the choice and the start; then another is chosen.
    /// </summary>
    public async Task<int> StartOnFreePortAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort.Choose(portFile);
            try
            {
                return await StartAsync(cancellationToken);
            }
            catch (StartupRefusedException e)
                when (attempt < 5 && e.Message.Contains("TCP/IP sockets", StringComparison.Ordinal))
            {
                File.Delete(portFile);
            }
        }
    }

    /// <summary>Starts the server and returns its process once it accepts connections.</summary>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "start",
            "--wait",
            "--timeout=600",
            $"--pgdata={cluster.Data}",
            $"--log={cluster.Log}",
            $"--options={Settings()}",
        ];
        for (var attempt = 1; ; attempt++)
        {
            ServerProcess.ForgetDead(cluster);
            var log = ServerLog.Begin(cluster.Log);
            var (exitCode, said) = await PgCtlAsync(arguments, cancellationToken);
            if (exitCode == 0 && ServerProcess.Find(cluster) is { } id)
            {
                return id;
            }

            // After a kill -9 of the server its children need a moment to notice and let go of the shared memory.
            var reason = exitCode is 127 ? said : log.Reason();
            if (attempt == Patience || !reason.Contains("shared memory", StringComparison.Ordinal))
            {
                throw new StartupRefusedException(
                    $"The embedded PostgreSQL does not start from {cluster.Data}: {reason.TrimEnd('.')}; put a backup of "
                        + "the folder in its place, or move it away to begin with an empty database."
                );
            }
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    /// <summary>Stops the server that a killed process left running, so that every start is the same start.</summary>
    public async Task StopLeftoverAsync(CancellationToken cancellationToken)
    {
        if (ServerProcess.Find(cluster) is null)
        {
            return;
        }
        await StopAsync(cancellationToken);
        if (ServerProcess.Find(cluster) is { } id)
        {
            throw new StartupRefusedException(
                $"An earlier PostgreSQL (process {id}) still runs on {cluster.Data} and does not stop; end it and start again."
            );
        }
    }

    /// <summary>Stops the server: gently, and where that takes too long, as a crash it recovers from.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var mode in (string[])["fast", "immediate"])
        {
            string[] arguments = ["stop", "--wait", "--timeout=30", $"--mode={mode}", $"--pgdata={cluster.Data}"];
            await PgCtlAsync(arguments, cancellationToken);
            if (ServerProcess.Find(cluster) is null)
            {
                return;
            }
        }
    }

    private Task<(int ExitCode, string Output)> PgCtlAsync(string[] arguments, CancellationToken cancellationToken) =>
        account.Command(binaries.PgCtl, arguments, cluster.Folder).RunAsync(cancellationToken);

    // fsync stays as it is by default: on.
    private string Settings() =>
        string.Join(
            ' ',
            $"-p {Port.ToString(CultureInfo.InvariantCulture)}",
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c max_connections=200",
            "-c timezone=UTC",
            "-c log_timezone=UTC",
            "-c jit=off"
        );
}
