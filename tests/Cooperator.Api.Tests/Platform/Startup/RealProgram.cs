using System.Diagnostics;
using System.Text;

namespace Cooperator.Api.Tests.Platform.Startup;

/// <summary>The program in a process of its own, as people start it.</summary>
internal sealed class RealProgram : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder errors = new();

    private RealProgram(Process process) => this.process = process;

    public int ExitCode => process.ExitCode;

    public int ProcessId => process.Id;

    public string Errors
    {
        get
        {
            lock (errors)
            {
                return errors.ToString().Trim();
            }
        }
    }

    public static RealProgram Start(params string[] arguments) => StartBy(["dotnet"], arguments);

    /// <summary>Starts it through another program, such as one that takes rights away.</summary>
    public static RealProgram StartBy(string[] starter, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Cooperator.Api.dll");
        var info = new ProcessStartInfo(starter[0], [.. starter[1..], program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var started = new RealProgram(Process.Start(info)!);
        started.process.ErrorDataReceived += (_, line) =>
        {
            lock (started.errors)
            {
                started.errors.AppendLine(line.Data);
            }
        };
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>As kill -9 does it: no goodbye.</summary>
    public void Kill() => process.Kill();

    /// <summary>As Ctrl+C and service managers do it.</summary>
    public async Task AskToStopAsync()
    {
        using var asking = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await asking.WaitForExitAsync();
    }

    public Task WaitForExitAsync() => process.WaitForExitAsync();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
        process.Dispose();
    }
}
