using System.Diagnostics;
using System.Globalization;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>The running server of a cluster, found by the pid file it keeps in its folder.</summary>
internal static class ServerProcess
{
    /// <summary>The server that runs on this cluster now, or null.</summary>
    public static int? Find(PostgresCluster cluster)
    {
        var id = ReadPid(cluster);
        return id is not null && IsServerOf(cluster, id.Value) ? id : null;
    }

    /// <summary>
    /// Removes a pid file whose process is gone or is by now some other program: after a reboot or in a new container
    /// low numbers come round again, and the server would take the stranger for itself.
    /// </summary>
    public static void ForgetDead(PostgresCluster cluster)
    {
        if (Find(cluster) is null)
        {
            File.Delete(PidFile(cluster));
        }
    }

    public static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
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

    private static bool IsServerOf(PostgresCluster cluster, int id)
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

        // The server works inside its cluster's folder. Where that can be seen, the pid file it has there, which also
        // tells when it started, is the proof: through whichever path or link the folder is named.
        return !OperatingSystem.IsLinux() || Content($"/proc/{id}/cwd/postmaster.pid") == Content(PidFile(cluster));
    }

    private static string? Content(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
