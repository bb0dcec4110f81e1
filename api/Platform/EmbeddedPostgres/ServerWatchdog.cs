using System.Diagnostics;
using System.Globalization;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>
/// A shell that waits at the other end of a pipe. When this process dies, even by kill -9, the pipe closes and the
/// shell asks the server to shut down, so that no server is left behind without its owner.
/// </summary>
internal sealed class ServerWatchdog : IDisposable
{
    // Ctrl+C reaches the whole process group; the shell must outlive it so that requests can end first.
    private const string Script = "trap '' HUP INT TERM; while read -r _; do :; done; kill -INT \"$1\" 2>/dev/null";
    private readonly Process? shell;

    private ServerWatchdog(Process? shell) => this.shell = shell;

    public static ServerWatchdog Watch(int serverProcess)
    {
        if (OperatingSystem.IsWindows())
        {
            // There the next start finds the server that was left and stops it.
            return new(null);
        }
        var id = serverProcess.ToString(CultureInfo.InvariantCulture);
        var info = new CommandLine("/bin/sh", ["-c", Script, "sh", id], "/").ToStartInfo();
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
