using System.Diagnostics;

namespace Cooperator.Tests;

/// <summary>Programs of these tests that run in Node, each in a folder with the packages it needs.</summary>
internal static class NodeScript
{
    private static readonly Lock Restoring = new();

    /// <summary>Starts one. Where Node or its packages are missing the test is skipped, except in CI, where it fails.</summary>
    /// <param name="folder">Its folder, below that of all tests.</param>
    /// <param name="arguments">The script, and what it is told.</param>
    public static Process Start(string folder, params string[] arguments)
    {
        var path = Path.Combine(TestMachine.Root, "tests", folder);
        Restore(path);
        return StartProcess(path, "node", arguments);
    }

    // Test classes run side by side, and several of them want the same folder.
    private static void Restore(string folder)
    {
        lock (Restoring)
        {
            if (File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
            {
                return;
            }

            using var npm = StartProcess(
                folder,
                OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
                "ci",
                "--no-audit",
                "--no-fund"
            );
            npm.StandardInput.Close();
            var errors = npm.StandardError.ReadToEndAsync();
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                TestMachine.Miss($"The packages of {folder} can not be restored: {errors.GetAwaiter().GetResult()}");
            }
        }
    }

    private static Process StartProcess(string folder, string program, params string[] arguments)
    {
        try
        {
            return Process.Start(
                    new ProcessStartInfo(program, arguments)
                    {
                        WorkingDirectory = folder,
                        UseShellExecute = false,
                        RedirectStandardInput = true,
                        RedirectStandardOutput = true,
                        RedirectStandardError = true,
                    }
                ) ?? throw new InvalidOperationException($"{program} did not start.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            TestMachine.Miss($"{program} is not installed.");
            throw;
        }
    }
}
