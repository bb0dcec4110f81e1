using System.Diagnostics.CodeAnalysis;

namespace Cooperator.Tests;

/// <summary>The machine the tests run on: where the checkout lies, and what may be missing.</summary>
internal static class TestMachine
{
    /// <summary>The root of the checkout the tests were built from.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Skips the test that needs what is missing here. In CI, which installs everything, it fails.</summary>
    [DoesNotReturn]
    public static void Miss(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") is "true" or "1")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

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
