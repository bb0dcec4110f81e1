using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Platform.Settings;

/// <summary><c>Data</c>: where this process keeps files.</summary>
public sealed record DataSettings
{
    private readonly string folder = "data";

    /// <summary>A path; a relative one counts from the solution, or from the current folder in a published copy.</summary>
    public string Folder
    {
        get => folder;
        init => folder = string.IsNullOrWhiteSpace(value) ? "data" : value;
    }

    /// <summary>The same as a full path.</summary>
    public string FullPath =>
        Path.GetFullPath(Folder, SolutionFolder.Find() ?? Directory.GetCurrentDirectory()).TrimEnd('/');

    /// <summary>A path inside the folder.</summary>
    public string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([FullPath, .. parts]);
}
