using System.Diagnostics;
using System.Globalization;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>The running server of a cluster, found by the pid file it keeps in its folder.</summary>
internal static class ServerProcess
{
    /// <summary>Process, folder and time of the start; what follows changes while the server runs.</summary>
    private const int LinesOfIdentity = 3;

    /// <summary>The server that runs on this cluster now, or null.</summary>
    public static int? Find(PostgresCluster cluster)
    {
        var id = ReadPid(cluster);
        return id is not null && IsServerOf(cluster, id.Value) is true ? id : null;
    }

    /// <summary>
    /// Removes a pid file whose process is gone or is by now some other program: after a reboot or in a new container
    /// low numbers come round again, and the server would take the stranger for itself.
    /// </summary>
    public static void ForgetDead(PostgresCluster cluster)
    {
        // Never where it can not be told: two servers on one cluster destroy it, and this file is what prevents that.
        if (ReadPid(cluster) is not { } id || IsServerOf(cluster, id) is false)
        {
            File.Delete(PidFile(cluster));
        }
    }

    private static string PidFile(PostgresCluster cluster) => Path.Combine(cluster.Data, "postmaster.pid");

    private static int? ReadPid(PostgresCluster cluster)
    {
        try
        {
            var line = File.ReadLines(PidFile(cluster)).FirstOrDefault();
            return int.TryParse(line, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Null where it can not be told.</summary>
    private static bool? IsServerOf(PostgresCluster cluster, int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            if (process.HasExited || !process.ProcessName.StartsWith("postgres", StringComparison.Ordinal))
            {
                return false;
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }

        return OperatingSystem.IsLinux() ? LivesIn(cluster, id) : true;
    }

    // The server works inside its cluster's folder. Where that can be seen, the pid file it has there, which also
    // tells when it started, is the proof: through whichever path or link the folder is named.
    private static bool? LivesIn(PostgresCluster cluster, int id)
    {
        try
        {
            return Identity($"/proc/{id}/cwd/postmaster.pid") == Identity(PidFile(cluster));
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return IsToldOf(cluster, id);
        }
    }

    // Root may not look into a process of another account where it lacks CAP_SYS_PTRACE, as in most containers. Its
    // command line is open to all and names the folder; a process that has ended has none any more.
    private static bool? IsToldOf(PostgresCluster cluster, int id)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{id}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var at = Array.IndexOf(words, "-D");
            return words.Length == 0 ? false
                : at >= 0
                && at + 1 < words.Length
                && Identity(Path.Combine(words[at + 1], "postmaster.pid")) == Identity(PidFile(cluster))
                    ? true
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Identity(string pidFile) => string.Join('\n', File.ReadLines(pidFile).Take(LinesOfIdentity));
}
