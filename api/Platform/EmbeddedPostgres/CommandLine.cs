using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

/// <summary>Runs one program to its end and keeps what it said.</summary>
internal sealed record CommandLine(string Program, IReadOnlyList<string> Arguments, string WorkingFolder)
{
    public ProcessStartInfo ToStartInfo()
    {
        var info = new ProcessStartInfo(Program, Arguments)
        {
            WorkingDirectory = WorkingFolder,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // What the server says is searched for its own words, so it must speak English whatever the machine's locale.
        info.Environment["LC_ALL"] = "C";
        return info;
    }

    public async Task<(int ExitCode, string Output)> RunAsync(CancellationToken cancellationToken)
    {
        var info = ToStartInfo();
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        info.RedirectStandardInput = true;

        var said = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.AppendLine(line.Data);
            }
        }

        using var process = new Process { StartInfo = info };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return (127, $"{Program}: {e.Message}");
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more, and what it does to the folder must not meet the next start.
            process.Kill(entireProcessTree: true);
            throw;
        }
        lock (said)
        {
            return (process.ExitCode, said.ToString().Trim());
        }
    }
}
