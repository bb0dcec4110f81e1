using System.Diagnostics;

namespace Cooperator.Web.Tests;

/// <summary>The web app's own checks, one test each, so that <c>dotnet test</c> runs every suite of the house.</summary>
public sealed class WebAppChecks
{
    private static readonly string WebApp = Path.Combine(TestMachine.Root, "web-angular");

    [Fact]
    public Task Is_formatted() => RunAsync("format:check");

    [Fact]
    public Task Has_no_lint_warnings() => RunAsync("lint");

    [Fact]
    public Task Has_operations_and_types_that_match_the_schema() => RunAsync("codegen:check");

    [Fact]
    public Task Passes_its_unit_tests() => RunAsync("test");

    private static async Task RunAsync(string script)
    {
        if (FindOnPath("npm") is not { } npm)
        {
            TestMachine.Miss("npm, which checks the web app, is not installed.");
            return;
        }

        var start = new ProcessStartInfo(npm, ["run", "--silent", script])
        {
            WorkingDirectory = WebApp,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CI"] = "true";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, $"npm run {script} failed:\n{await output}\n{await errors}");
    }

    private static string? FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.cmd" : program))
            .FirstOrDefault(File.Exists);
}
