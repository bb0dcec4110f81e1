using System.Diagnostics;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>
/// A shell that waits at the other end of a pipe. When this process dies, even by kill -9, the pipe closes and the
/// shell asks the server to shut down, so that no server is left behind without its owner.
/// </summary>
internal sealed class ServerWatchdog : IDisposable
{
    // Ctrl+C reaches the whole process group; the shell must outlive it so that requests can end first. A server that
    // was just about to start has no pid file yet; it is asked a second time.
    private const string Script =
        "trap '' HUP INT TERM; while read -r _; do :; done; \"$@\" >/dev/null 2>&1 || { sleep 1; \"$@\" >/dev/null 2>&1; }";
    private readonly Process? shell;

    private ServerWatchdog(Process? shell) => this.shell = shell;

    /// <summary>Begins before the server does, so that a start that is killed half way leaves none either.</summary>
    public static ServerWatchdog Begin(CommandLine stop)
    {
        if (OperatingSystem.IsWindows())
        {
            // There the next start finds the server that was left and stops it.
            return new(null);
        }
        string[] arguments = ["-c", Script, "sh", stop.Program, .. stop.Arguments];
        var info = new CommandLine("/bin/sh", arguments, "/").ToStartInfo();
        info.RedirectStandardInput = true;
        return new(Process.Start(info));
    }

    public void Dispose()
    {
        if (shell is { HasExited: false })
        {
            shell.Kill();
        }
        shell?.Dispose();
    }
}
