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
            var (exitCode, said) = await StartedAsync(arguments, cancellationToken);
            if (exitCode == 0 && ServerProcess.Find(cluster) is { } id)
            {
                return id;
            }

            // After a kill -9 of the server its children need a moment to notice and let go of the shared memory.
            var reason = (exitCode is 127 ? null : log.Reason()) ?? LastLine(said);
            if (attempt == Patience || !reason.Contains("shared memory", StringComparison.Ordinal))
            {
                throw new StartupRefusedException(
                    $"The embedded PostgreSQL does not start from {cluster.Data}: {reason.TrimEnd('.')}; {Advice(reason)}."
                );
            }
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    /// <summary>
    /// How the watchdog asks the server to stop. It does not wait: a server that takes its time is found by the next start.
    /// </summary>
    public CommandLine StopCommand =>
        account.Command(binaries.PgCtl, ["stop", "--no-wait", "--mode=fast", $"--pgdata={cluster.Data}"], "/");

    /// <summary>The server's process now; null when it is away.</summary>
    public int? Find() => ServerProcess.Find(cluster);

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

    // pg_ctl is not left behind half way: the server it was about to start would be left too. Who is asked to end
    // meanwhile asks the server to end, as often as it takes until there is one that can hear it.
    private async Task<(int ExitCode, string Output)> StartedAsync(
        string[] arguments,
        CancellationToken cancellationToken
    )
    {
        var starting = PgCtlAsync(arguments, CancellationToken.None);
        try
        {
            return await starting.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            do
            {
                await StopAsync(CancellationToken.None);
            } while (await Task.WhenAny(starting, Task.Delay(100, CancellationToken.None)) != starting);
            throw;
        }
    }

    // A backup is the answer to damaged files only.
    private static string Advice(string reason) =>
        Says(reason, "No space left") ? "make room there and start again"
        : Says(reason, "Permission denied", "Operation not permitted", "ownership", "invalid permissions")
            ? "its files must belong, with mode 700, to the user that starts theCooperator"
        : Says(reason, "TCP/IP sockets", "shared memory", "lock file", "Read-only file system")
            ? "end what is in its way and start again"
        : "put a backup of the folder in its place, or move it away to begin with an empty database";

    private static bool Says(string reason, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (reason.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    // pg_ctl ends with a hint to look into the log, which holds nothing then.
    private static string LastLine(string said) =>
        said.Split('\n')
            .Select(line => line.Trim())
            .LastOrDefault(line => line.Length > 0 && !line.Contains("Examine the log", StringComparison.Ordinal))
        ?? "it said nothing";

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
