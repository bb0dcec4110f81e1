using System.Text.Json;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>
/// npm packages can not hold symbolic links, so the server's package carries a list of them and a script that makes
/// them. npm may refuse to run scripts; then the server would not find its libraries. So we make the links ourselves.
/// </summary>
internal static class SharedLibraryLinks
{
    public static void Restore(string nativeFolder)
    {
        var list = Path.Combine(nativeFolder, "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
        {
            return;
        }

        var packageFolder = Path.GetDirectoryName(nativeFolder)!;
        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            var source = Path.Combine(packageFolder, entry.GetProperty("source").GetString()!);
            var link = Path.Combine(packageFolder, entry.GetProperty("target").GetString()!);
            if (!Path.Exists(link))
            {
                Make(link, Path.GetRelativePath(Path.GetDirectoryName(link)!, source));
            }
        }
    }

    private static void Make(string link, string target)
    {
        try
        {
            File.CreateSymbolicLink(link, target);
        }
        catch (IOException) when (Path.Exists(link))
        {
            // Another process starting at the same moment made it first.
        }
    }
}
