namespace Cooperator.E2E.Tests.Support;

/// <summary>What was built beside these tests.</summary>
internal static class Built
{
    /// <summary>The API, in the same configuration.</summary>
    public static string ApiAssembly { get; } =
        Path.Combine(
            TestMachine.Root,
            "artifacts",
            "bin",
            "Cooperator.Api",
            new DirectoryInfo(AppContext.BaseDirectory).Name,
            "Cooperator.Api.dll"
        );
}
