namespace Cooperator.E2E.Tests.Support;

/// <summary>Where things lie in the checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The API as built beside these tests, in the same configuration.</summary>
    public static string ApiAssembly { get; } =
        Path.Combine(
            Root,
            "artifacts",
            "bin",
            "Cooperator.Api",
            new DirectoryInfo(AppContext.BaseDirectory).Name,
            "Cooperator.Api.dll"
        );

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Cooperator.sln")))
        {
            folder =
                folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
