namespace Cooperator.Api.Platform.Startup;

/// <summary>Finds the checkout this process was built from, when there is one.</summary>
public static class SolutionFolder
{
    /// <summary>The folders above the program and above the current folder, nearest first.</summary>
    public static IEnumerable<string> Candidates() =>
        Above(AppContext.BaseDirectory).Concat(Above(Directory.GetCurrentDirectory())).Distinct();

    /// <summary>The folder of the solution, or null in a published copy.</summary>
    public static string? Find() =>
        Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "Cooperator.sln")));

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
