namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>What the server wrote since this start, read for the reason when it does not come up.</summary>
internal sealed class ServerLog
{
    private const long LargeEnough = 8 * 1024 * 1024;
    private readonly string path;
    private readonly long before;

    private ServerLog(string path, long before) => (this.path, this.before) = (path, before);

    public static ServerLog Begin(string path)
    {
        var file = new FileInfo(path);
        if (file is { Exists: true, Length: > LargeEnough })
        {
            file.MoveTo(path + ".1", overwrite: true);
            return new(path, 0);
        }
        return new(path, file.Exists ? file.Length : 0);
    }

    /// <summary>The server's own last words, in one line; null when it said nothing, or nothing this process may read.</summary>
    public string? Reason()
    {
        try
        {
            return Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? Read()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(before, SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var fatal = Array.FindIndex(lines, IsFatal);
        if (fatal < 0)
        {
            return lines.Length > 0 ? lines[^1].Trim() : null;
        }
        var detail = lines.Skip(fatal + 1).FirstOrDefault(line => line.Contains("DETAIL:", StringComparison.Ordinal));
        return detail is null ? AfterLevel(lines[fatal]) : $"{AfterLevel(lines[fatal])} ({AfterLevel(detail)})";
    }

    private static bool IsFatal(string line) =>
        line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal);

    private static string AfterLevel(string line) => line[(line.IndexOf(":  ", StringComparison.Ordinal) + 1)..].Trim();
}
